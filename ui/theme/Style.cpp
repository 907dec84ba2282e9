#include "ui/theme/Style.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StyleControls.h"
#include "ui/theme/StyleViews.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget)
        || widget->inherits("QScrollBar") || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setFont(smallFont(header->font()));
        header->setHighlightSections(false);
    }
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return visualRect(bar->direction, bar->rect, styleviews::scrollBarPart(*bar, part));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect field = option->rect.adjusted(metrics::unit, 2, -24, -2);
        return visualRect(option->direction, option->rect, field);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxArrow) {
        const QRect rect = option->rect;
        return visualRect(option->direction, rect, QRect(rect.right() - 25, rect.top(), 24, rect.height()));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && option->rect.height() >= 24) {
        const bool inside = widget != nullptr && widget->parentWidget() != nullptr
            && (widget->parentWidget()->inherits("QAbstractSpinBox") || widget->parentWidget()->inherits("QComboBox"));
        return inside ? option->rect.adjusted(3, 1, -1, -1) : option->rect.adjusted(7, 1, -7, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        stylecontrols::drawPushButton(*painter, *option, widget);
        return;
    case PE_PanelButtonTool:
    case PE_IndicatorButtonDropDown:
        stylecontrols::drawToolButton(*painter, *option);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameButtonTool:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
    case PE_PanelStatusBar:
    case PE_IndicatorToolBarHandle:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            stylecontrols::drawField(*painter, *option, option->state.testFlag(State_HasFocus), widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        stylecontrols::drawCheckBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        stylecontrols::drawRadioButton(*painter, *option);
        return;
    case PE_FrameFocusRect:
        // Push and tool buttons draw their own ring around the whole control.
        if (qobject_cast<const QAbstractButton *>(widget) == nullptr || widget->inherits("QCheckBox")
            || widget->inherits("QRadioButton"))
            stylecontrols::drawFocusRing(*painter, *option);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        styleviews::drawFrame(*painter, *option);
        return;
    case PE_IndicatorToolBarSeparator: {
        const QRect rect = option->rect;
        const QColor colour = coloursOf(option->palette).hairline;
        painter->fillRect(rect.center().x(), rect.top() + 6, 1, rect.height() - 12, colour);
        return;
    }
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            styleviews::drawItemBackground(*painter, *item);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorItemViewItemDrop:
        // Between two rows, over the whole width: a row is moved, not a cell.
        painter->fillRect(0, qMax(0, option->rect.top() - 1), widget ? widget->width() : option->rect.width(), 2,
            coloursOf(option->palette).accent);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(*painter, u"chevron-down"_s, QRect(option->rect.center() - QPoint(5, 5), QSize(12, 12)),
            coloursOf(option->palette).quietText);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintIcon(*painter,
                header->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"_s : u"chevron-down"_s,
                QRect(option->rect.center() - QPoint(5, 5), QSize(12, 12)), coloursOf(option->palette).quietText);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->setPen(coloursOf(option->palette).outline);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            stylecontrols::drawPushButtonLabel(*painter, *button, *this, widget);
        return;
    case CE_PushButtonBevel:
        // Without Fusion's arrow of a menu: the label draws it.
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            styleviews::drawHeaderSection(*painter, *header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy(*header);
            copy.palette.setColor(QPalette::ButtonText, coloursOf(option->palette).quietText);
            copy.state.setFlag(State_On, false);
            if (header->orientation == Qt::Horizontal && header->section == 0)
                copy.rect.setLeft(copy.rect.left() + metrics::unit);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, coloursOf(option->palette).surface);
        styleviews::drawHairline(*painter, option->rect, option->palette, Qt::BottomEdge);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            styleviews::drawTab(*painter, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab copy(*tab);
            if (!option->state.testFlag(State_Selected) && option->state.testFlag(State_Enabled))
                copy.palette.setColor(QPalette::WindowText, coloursOf(option->palette).quietText);
            copy.state.setFlag(State_HasFocus,
                option->state.testFlag(State_KeyboardFocusChange) && option->state.testFlag(State_HasFocus));
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, coloursOf(option->palette).hairline);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, coloursOf(option->palette).window);
        styleviews::drawHairline(*painter, option->rect, option->palette, Qt::BottomEdge);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, coloursOf(option->palette).window);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            styleviews::drawMenuBarItem(*painter, *item, *this);
        return;
    case CE_ProgressBarGroove:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            styleviews::drawProgressGroove(*painter, *bar);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            styleviews::drawProgressContents(*painter, *bar);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            stylecontrols::drawComboBox(*painter, *box, *this, widget);
        return;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            stylecontrols::drawSpinBox(*painter, *box, *this, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            styleviews::drawScrollBar(*painter, *bar, *this, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    const Colours &c = coloursOf(option ? option->palette : widget ? widget->palette() : QPalette());
    switch (which) {
    case SP_MessageBoxInformation:
        return icon(u"info"_s, c.accent);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s, c.draft.text);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, c.bad.text);
    case SP_MessageBoxQuestion:
        return icon(u"help"_s, c.accent);
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon(u"close"_s);
    case SP_DirIcon:
    case SP_DirOpenIcon:
        return icon(u"folder"_s);
    case SP_FileIcon:
        return icon(u"file"_s);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace ferry::ui
