#include "ui/widgets/Tile.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

Tile::Tile(const QString &iconName, const QString &title, const QString &objectName, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_title(title)
{
    setObjectName(objectName);
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::setFigure(const QString &figure, const QString &note, Tone tone)
{
    m_figure = figure;
    m_note = note;
    m_tone = tone;
    setAccessibleName(u"%1: %2, %3"_s.arg(m_title, figure, note));
    update();
}

void Tile::paintEvent(QPaintEvent *)
{
    const Colours &c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(c.hairline, 1));
    painter.setBrush(underMouse() ? blended(c.surface, c.hover, 0.5) : c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::unit, metrics::unit);
    const QRect content = rect().adjusted(metrics::margin, 12, -12, -12);
    paintIcon(painter, m_iconName, QRect(content.left(), content.top() + 1, 16, 16), c.quietText);
    painter.setPen(c.quietText);
    painter.drawText(content.adjusted(24, 0, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignTop), m_title);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    painter.setFont(large);
    const QColor ink = m_tone == Tone::Bad ? c.bad.text
        : m_tone == Tone::Warning          ? c.draft.text
        : m_tone == Tone::Good             ? c.good.text
                                           : c.text;
    painter.setPen(ink);
    painter.drawText(content.adjusted(0, 20, 0, -14), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), m_figure);
    painter.setFont(smallFont(font()));
    painter.setPen(c.quietText);
    painter.drawText(content, static_cast<int>(Qt::AlignLeft | Qt::AlignBottom),
        painter.fontMetrics().elidedText(m_note, Qt::ElideRight, content.width()));
}

} // namespace ferry::ui
