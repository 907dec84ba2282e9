#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

namespace ferry::ui {

/// Item views, heads, tabs, bars and frames, as Style draws them.
namespace styleviews {

void drawItemBackground(QPainter &painter, const QStyleOptionViewItem &option);
void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option);
void drawTab(QPainter &painter, const QStyleOptionTab &option);
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style, const QWidget *widget);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void drawProgressGroove(QPainter &painter, const QStyleOptionProgressBar &option);
void drawProgressContents(QPainter &painter, const QStyleOptionProgressBar &option);
void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style);
void drawFrame(QPainter &painter, const QStyleOption &option);
void drawHairline(QPainter &painter, const QRect &rect, const QPalette &palette, Qt::Edge edge);

} // namespace styleviews

} // namespace ferry::ui
