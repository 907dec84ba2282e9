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
#include <QDialogButtonBox>
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

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return metrics::margin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::unit;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::unit;
    case PM_MessageBoxIconSize:
        return 32;
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return metrics::half;
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_MenuBarHMargin:
        return metrics::unit;
    case PM_MenuBarItemSpacing:
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_HeaderMargin:
        return metrics::unit;
    case PM_HeaderDefaultSectionSizeVertical:
        return metrics::rowHeight;
    case PM_HeaderMarkSize:
        return 10;
    case PM_FocusFrameHMargin:
        return metrics::half;
    case PM_ToolTipLabelFrameWidth:
        return metrics::unit;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_MessageBox_CenterButtons:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_SupportsSections:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // the primary button stands at the far right
    case SH_FormLayoutLabelAlignment:
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return static_cast<int>(coloursOf(option ? option->palette : QPalette()).hairline.rgba());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            result = stylecontrols::pushButtonSize(*button);
        break;
    case CT_ToolButton:
        if (!(widget != nullptr && widget->property("ferryCompact").toBool()))
            result = result.expandedTo(QSize(metrics::controlHeight, metrics::controlHeight));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(qMax(option->fontMetrics.height() + 10, metrics::controlHeight));
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), metrics::headerHeight));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(result.height(), 28));
        break;
    case CT_MenuBarItem:
        result += QSize(8, 6);
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), 28));
        break;
    default:
        break;
    }
    return result;
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
    case PE_IndicatorArrowDown:
        paintIcon(*painter, u"chevron-down"_s, QRect(option->rect.center() - QPoint(5, 5), QSize(12, 12)),
            coloursOf(option->palette).quietText);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintIcon(*painter, header->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"_s : u"chevron-down"_s,
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
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            styleviews::drawHeaderSection(*painter, *header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy(*header);
            copy.palette.setColor(QPalette::ButtonText, coloursOf(option->palette).quietText);
            copy.state.setFlag(State_On, false);
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
            copy.state.setFlag(State_HasFocus, option->state.testFlag(State_KeyboardFocusChange)
                    && option->state.testFlag(State_HasFocus));
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
