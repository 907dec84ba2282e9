#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace ferry::ui {

/// One SVG of resources/icons ("rules", "restart", ...), drawn in the text colour of the theme that is set when
/// it is painted; disabled ones in the disabled colour. An unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const QString &name);

/// The same in a colour of its own, for pills and primary buttons.
[[nodiscard]] QIcon icon(const QString &name, const QColor &colour);

/// Paints the SVG into `rect` (logical pixels) in `colour`.
void paintIcon(QPainter &painter, const QString &name, const QRect &rect, const QColor &colour);

/// `side` logical pixels square, sharp at `ratio`.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int side, const QColor &colour, qreal ratio = 1.0);

/// The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace ferry::ui
