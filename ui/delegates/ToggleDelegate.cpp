#include "ui/delegates/ToggleDelegate.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Switch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ferry::ui {

namespace {

bool isOn(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

bool isUsable(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid() && index.flags().testFlag(Qt::ItemIsUserCheckable);
}

} // namespace

ToggleDelegate::ToggleDelegate(Look look, QObject *parent) : CellDelegate(Face::Text, parent), m_look(look) {}

void ToggleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.icon = {};
    const QRect content = paintGround(painter, option, index);
    const Colours &c = coloursOf(option.palette);
    if (m_look == Look::Switch && !isUsable(index)) {
        painter->save();
        painter->setPen(c.quietText);
        painter->drawText(content, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), index.data().toString());
        painter->restore();
        return;
    }
    if (m_look == Look::CheckBox) {
        QStyleOptionButton box;
        box.QStyleOption::operator=(option);
        box.rect = QRect(content.left(), content.top(), metrics::icon, content.height());
        box.state.setFlag(QStyle::State_On, isOn(index));
        box.state.setFlag(QStyle::State_MouseOver, false);
        box.state.setFlag(QStyle::State_HasFocus, false);
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
        return;
    }
    Switch::draw(*painter, content, option.palette, isOn(index), isUsable(index), false);
    painter->save();
    painter->setFont(smallFont(given.font));
    painter->setPen(isQuiet(index) || !isOn(index) ? c.quietText : c.text);
    const QRect words = content.adjusted(Switch::trackSize().width() + metrics::unit, 0, 0, 0);
    painter->drawText(words, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), isOn(index) ? tr("on") : tr("off"));
    painter->restore();
}

QSize ToggleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int words =
        m_look == Look::Switch ? QFontMetrics(option.font).horizontalAdvance(tr("off")) + metrics::unit : 0;
    const int mark = m_look == Look::Switch ? Switch::trackSize().width() : metrics::icon;
    return {mark + words + 2 * metrics::unit, metrics::rowHeight};
}

bool ToggleDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!isUsable(index))
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int mark = m_look == Look::Switch ? Switch::trackSize().width() + 28 : metrics::icon;
        const QRect target(option.rect.left(), option.rect.top(), mark + 2 * metrics::unit, option.rect.height());
        if (mouse->button() != Qt::LeftButton || !target.contains(mouse->position().toPoint()))
            return false;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select)
            return false;
    } else {
        // A double click is two clicks for a switch and opens nothing.
        return event->type() == QEvent::MouseButtonDblClick;
    }
    model->setData(index, isOn(index) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

} // namespace ferry::ui
