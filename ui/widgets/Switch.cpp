#include "ui/widgets/Switch.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Metrics.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace ferry::ui {

Switch::Switch(const QString &what, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(what);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : metrics::unit + fontMetrics().horizontalAdvance(text());
    return {trackSize().width() + 2 * metrics::half + words, qMax(24, fontMetrics().height() + metrics::half)};
}

void Switch::draw(QPainter &painter, const QRect &rect, const QPalette &palette, bool on, bool enabled, bool hovered)
{
    const Colours &c = coloursOf(palette);
    QRectF track(QPointF(rect.left(), rect.center().y() + 1 - trackSize().height() / 2.0), trackSize());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor live = on ? (hovered ? c.accentHover : c.accent) : (hovered ? c.quietText : c.switchOff);
    const QColor colour = enabled ? live : c.disabledText;
    const double radius = track.height() / 2;
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(track, radius, radius);
    } else {
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(c.surface);
        painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), radius - 0.75, radius - 0.75);
    }
    const double knob = on ? 5.0 : 4.0;
    const QPointF centre(on ? track.right() - radius : track.left() + radius, track.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? c.onAccent : colour);
    painter.drawEllipse(centre, knob, knob);
    painter.restore();
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect track(metrics::half, 0, trackSize().width(), height());
    if (layoutDirection() == Qt::RightToLeft)
        track.moveRight(width() - metrics::half - 1);
    draw(painter, track, palette(), isChecked(), isEnabled(), underMouse());
    if (!text().isEmpty()) {
        const QRect words = QStyle::visualRect(layoutDirection(), rect(),
            QRect(trackSize().width() + metrics::half + metrics::unit, 0, width(), height()));
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
        painter.drawText(words, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text());
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect =
            QRect(track.left() - metrics::half, (height() - 24) / 2, trackSize().width() + 2 * metrics::half, 24);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, nullptr);
    }
}

} // namespace ferry::ui
