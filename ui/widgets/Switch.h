#pragma once

#include <QAbstractButton>

namespace ferry::ui {

/// A switch that looks like one: reached by Tab, turned by Space or click. Its accessible name says what it switches.
class Switch final : public QAbstractButton {
    Q_OBJECT
public:
    /// `what` is the accessible name: "Filter of Partner upload". The visible text beside it is set by setText().
    explicit Switch(const QString &what, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Draws a switch into `rect` (vertically centred at its left); delegates use it in table rows.
    static void draw(
        QPainter &painter, const QRect &rect, const QPalette &palette, bool on, bool enabled, bool hovered);
    /// The track alone.
    static QSize trackSize() { return {30, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
};

} // namespace ferry::ui
