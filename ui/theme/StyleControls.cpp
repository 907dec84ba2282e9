#include "ui/theme/StyleControls.h"

#include "ui/theme/ButtonRole.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui::stylecontrols {

namespace {

/// A rounded rectangle whose one-pixel outline lies on whole pixels.
void box(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &outline, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void ring(QPainter &painter, const QRect &rect, const QColor &colour, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void chevron(QPainter &painter, const QString &name, const QRect &rect, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    QRect square(0, 0, 12, 12);
    square.moveCenter(rect.center());
    paintIcon(painter, name, square, has(option, QStyle::State_Enabled) ? c.quietText : c.disabledText);
}

/// The colour of text and icon on a push button.
QColor pushButtonText(const QStyleOption &option, const QWidget *widget)
{
    const Colours &c = coloursOf(option.palette);
    if (!has(option, QStyle::State_Enabled))
        return c.disabledText;
    switch (buttonRole(widget)) {
    case ButtonRole::Primary:
        return c.onAccent;
    case ButtonRole::Danger:
        return c.bad.text;
    case ButtonRole::Ordinary:
    case ButtonRole::Quiet:
        break;
    }
    return c.text;
}

QPixmap tinted(QPixmap pixmap, const QColor &colour)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

} // namespace

QSize pushButtonSize(const QStyleOptionButton &option)
{
    const QSize text = option.fontMetrics.size(Qt::TextShowMnemonic, option.text);
    const int icon = option.icon.isNull() ? 0 : metrics::icon + (option.text.isEmpty() ? 0 : metrics::unit);
    const int menu = option.features.testFlag(QStyleOptionButton::HasMenu) ? 20 : 0;
    const int width = text.width() + icon + menu + (option.text.isEmpty() ? 14 : 28);
    return {option.text.isEmpty() ? width : qMax(width, 72), qMax(text.height() + 10, metrics::controlHeight)};
}

void drawPushButtonLabel(
    QPainter &painter, const QStyleOptionButton &option, const QStyle &style, const QWidget *widget)
{
    const QColor colour = pushButtonText(option, widget);
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const bool mnemonics = style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget) != 0;
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine
        | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : metrics::icon + (option.text.isEmpty() ? 0 : metrics::unit);
    QRect content = option.rect;
    if (menu)
        content.setRight(content.right() - 20);
    const int width = qMin(textWidth + iconWidth, content.width() - metrics::unit);
    int x = content.left() + (content.width() - width) / 2;
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (!option.icon.isNull()) {
        const QRect glyph(x, content.top() + (content.height() - metrics::icon) / 2, metrics::icon, metrics::icon);
        const qreal ratio = painter.device()->devicePixelRatioF();
        QPixmap pixmap = option.icon.pixmap(QSize(metrics::icon, metrics::icon), ratio);
        painter.drawPixmap(QStyle::visualRect(option.direction, option.rect, glyph), tinted(pixmap, colour));
        x += iconWidth;
    }
    painter.save();
    painter.setPen(colour);
    const QRect words(x, content.top(), width - iconWidth + 1, content.height());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, words),
        mirrored ? (flags & ~Qt::AlignLeft) | Qt::AlignRight : flags, option.text);
    painter.restore();
    if (menu)
        chevron(painter, u"chevron-down"_s,
            QStyle::visualRect(
                option.direction, option.rect, QRect(content.right() - 6, content.top(), 20, content.height())),
            option);
}

void drawPushButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &c = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const ButtonRole role = buttonRole(widget);
    QColor fill = c.raised;
    QColor outline = c.outline;
    if (role == ButtonRole::Primary && enabled) {
        fill = over || down ? c.accentHover : c.accent;
        outline = fill;
    } else if (role == ButtonRole::Quiet) {
        fill = down ? c.pressed : over ? c.hover : QColor();
        outline = QColor();
    } else if (!enabled) {
        fill = c.window;
        outline = c.hairline;
    } else if (down || over) {
        fill = down ? c.pressed : c.hover;
    }
    box(painter, option.rect, fill, outline, metrics::radius);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        const bool filled = role == ButtonRole::Primary;
        ring(painter, filled ? option.rect.adjusted(2, 2, -2, -2) : option.rect, filled ? c.onAccent : c.accent,
            filled ? 4 : metrics::radius);
    }
}

void drawToolButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    if (down || over)
        box(painter, option.rect, down ? c.pressed : c.hover, QColor(), metrics::radius);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        ring(painter, option.rect, c.accent, metrics::radius);
}

void drawField(QPainter &painter, const QStyleOption &option, bool focused, const QWidget *widget)
{
    const Colours &c = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool invalid = widget != nullptr && widget->property("ferryInvalid").toBool();
    const QColor fill = enabled ? c.surface : c.window;
    if (focused && enabled) {
        box(painter, option.rect, fill, QColor(), metrics::radius);
        ring(painter, option.rect, invalid ? c.bad.text : c.accent, metrics::radius - 1);
        return;
    }
    box(painter, option.rect, fill, invalid ? c.bad.text : enabled ? c.outline : c.hairline, metrics::radius);
}

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool part = has(option, QStyle::State_NoChange);
    QRect square(0, 0, 16, 16);
    square.moveCenter(option.rect.center());
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    if (on || part) {
        const QColor fill = !enabled ? c.disabledText : over ? c.accentHover : c.accent;
        box(painter, square, fill, fill, 4);
        paintIcon(painter, on ? u"check"_s : u"minus"_s, square.adjusted(2, 2, -2, -2), c.onAccent);
    } else {
        box(painter, square, enabled ? c.surface : c.window,
            over          ? c.quietText
                : enabled ? c.switchOff
                          : c.hairline,
            4);
    }
}

void drawRadioButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    QRect square(0, 0, 16, 16);
    square.moveCenter(option.rect.center());
    const QColor fill = !enabled ? c.disabledText : c.accent;
    box(painter, square, on ? fill : enabled ? c.surface : c.window, on ? fill : enabled ? c.switchOff : c.hairline, 8);
    if (on)
        box(painter, square.adjusted(5, 5, -5, -5), c.onAccent, QColor(), 3);
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QStyle &style, const QWidget *widget)
{
    if (option.editable) {
        drawField(painter, option, has(option, QStyle::State_HasFocus), widget);
    } else {
        const Colours &c = coloursOf(option.palette);
        const bool enabled = has(option, QStyle::State_Enabled);
        const bool over = enabled && has(option, QStyle::State_MouseOver);
        const bool invalid = widget != nullptr && widget->property("ferryInvalid").toBool();
        box(painter, option.rect,
            !enabled   ? c.window
                : over ? c.hover
                       : c.raised,
            invalid       ? c.bad.text
                : enabled ? c.outline
                          : c.hairline,
            metrics::radius);
        if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
            ring(painter, option.rect, c.accent, metrics::radius);
    }
    if (option.subControls.testFlag(QStyle::SC_ComboBoxArrow)) {
        const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
        chevron(painter, u"chevron-down"_s, arrow, option);
    }
}

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget)
{
    if (option.frame)
        drawField(painter, option, has(option, QStyle::State_HasFocus), widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Colours &c = coloursOf(option.palette);
    const auto step = [&](QStyle::SubControl part, const QString &name, QAbstractSpinBox::StepEnabledFlag allowed) {
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool usable = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(allowed);
        if (usable && option.activeSubControls.testFlag(part))
            box(painter, rect.adjusted(1, 1, -1, -1), has(option, QStyle::State_Sunken) ? c.pressed : c.hover, {}, 3);
        QRect square(0, 0, 10, 10);
        square.moveCenter(rect.center());
        paintIcon(painter, name, square, usable ? c.quietText : c.disabledText);
    };
    step(QStyle::SC_SpinBoxUp, u"chevron-up"_s, QAbstractSpinBox::StepUpEnabled);
    step(QStyle::SC_SpinBoxDown, u"chevron-down"_s, QAbstractSpinBox::StepDownEnabled);
}

void drawFocusRing(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    painter.restore();
}

} // namespace ferry::ui::stylecontrols
