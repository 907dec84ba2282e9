#include "ui/theme/StyleViews.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

namespace ferry::ui::styleviews {

void drawItemBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colours &c = coloursOf(option.palette);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, c.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(option.rect, blended(c.surface, c.hover, 0.6));
}

void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const Colours &c = coloursOf(option.palette);
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter.fillRect(option.rect, pressed || over ? c.hover : c.surface);
    const bool horizontal = option.orientation == Qt::Horizontal;
    drawHairline(painter, option.rect, option.palette, horizontal ? Qt::BottomEdge : Qt::RightEdge);
}

void drawTab(QPainter &painter, const QStyleOptionTab &option)
{
    const Colours &c = coloursOf(option.palette);
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && option.state.testFlag(QStyle::State_MouseOver)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.hover);
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 4, -2, -4), metrics::radius, metrics::radius);
        painter.restore();
    }
    if (selected)
        painter.fillRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2, c.accent);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    int handle = length;
    if (range > 0) {
        handle = static_cast<int>(static_cast<qint64>(option.pageStep) * length / (range + option.pageStep));
        handle = qBound(qMin(32, length), handle, length);
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto along = [&](int from, int extent) {
        return horizontal ? QRect(option.rect.x() + from, option.rect.y(), extent, option.rect.height())
                          : QRect(option.rect.x(), option.rect.y() + from, option.rect.width(), extent);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &, const QWidget *widget)
{
    const Colours &c = coloursOf(option.palette);
    // The bar stands in a container of its area; forms scroll on the window's own colour.
    const QWidget *holder = widget != nullptr ? widget->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder != nullptr ? holder->parentWidget() : nullptr);
    const bool onWindow = area != nullptr && !area->viewport()->autoFillBackground();
    painter.fillRect(option.rect, option.palette.color(onWindow ? QPalette::Window : QPalette::Base));
    if (option.maximum <= option.minimum)
        return;
    const QRect handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    const bool held = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_MouseOver));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(held ? c.quietText : c.outline);
    painter.drawRoundedRect(QRectF(handle).adjusted(3, 3, -3, -3), 3, 3);
    painter.restore();
}

void drawProgressGroove(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Colours &c = coloursOf(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.pressed);
    painter.drawRoundedRect(option.rect, 3, 3);
    painter.restore();
}

void drawProgressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Colours &c = coloursOf(option.palette);
    QRectF filled = option.rect;
    const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
    if (range > 0)
        filled.setWidth(
            filled.width() * static_cast<double>(option.progress - option.minimum) / static_cast<double>(range));
    if (filled.width() < 1)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(range > 0 ? c.accent : blended(c.pressed, c.accent, 0.6));
    painter.drawRoundedRect(filled, 3, 3);
    painter.restore();
}

void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style)
{
    const Colours &c = coloursOf(option.palette);
    painter.fillRect(option.rect, c.window);
    const bool active = option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_Sunken);
    if (active && option.state.testFlag(QStyle::State_Enabled)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.hover);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 2, -1, -2), metrics::radius, metrics::radius);
        painter.restore();
    }
    const bool mnemonics = style.styleHint(QStyle::SH_UnderlineShortcut, &option) != 0;
    const int flags = Qt::AlignCenter | Qt::TextSingleLine | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    style.drawItemText(&painter, option.rect, flags, option.palette, option.state.testFlag(QStyle::State_Enabled),
        option.text, QPalette::WindowText);
}

void drawFrame(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.hairline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.restore();
}

void drawHairline(QPainter &painter, const QRect &rect, const QPalette &palette, Qt::Edge edge)
{
    const QColor colour = coloursOf(palette).hairline;
    switch (edge) {
    case Qt::TopEdge:
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour);
        break;
    case Qt::BottomEdge:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour);
        break;
    case Qt::LeftEdge:
        painter.fillRect(rect.left(), rect.top(), 1, rect.height(), colour);
        break;
    case Qt::RightEdge:
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour);
        break;
    }
}

} // namespace ferry::ui::styleviews
