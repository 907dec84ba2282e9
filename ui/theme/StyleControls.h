#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace ferry::ui {

/// Buttons, fields and their indicators, as Style draws them.
namespace stylecontrols {

void drawPushButton(QPainter &painter, const QStyleOption &option, const QWidget *widget);
[[nodiscard]] QSize pushButtonSize(const QStyleOptionButton &option);
void drawPushButtonLabel(
    QPainter &painter, const QStyleOptionButton &option, const QStyle &style, const QWidget *widget);
void drawToolButton(QPainter &painter, const QStyleOption &option);
void drawField(QPainter &painter, const QStyleOption &option, bool focused, const QWidget *widget);
void drawCheckBox(QPainter &painter, const QStyleOption &option);
void drawRadioButton(QPainter &painter, const QStyleOption &option);
void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QStyle &style, const QWidget *widget);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget);
void drawFocusRing(QPainter &painter, const QStyleOption &option);

} // namespace stylecontrols

} // namespace ferry::ui
