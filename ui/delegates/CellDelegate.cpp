#include "ui/delegates/CellDelegate.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace ferry::ui {

CellDelegate::CellDelegate(Face face, QObject *parent) : QStyledItemDelegate(parent), m_face(face) {}

QRect CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QWidget *widget = option.widget;
    QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
        blended(coloursOf(option.palette).surface, coloursOf(option.palette).hairline, 0.6));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(0, 0, 0, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, widget);
    }
    // The first column stands below the title of the page.
    const int inset = index.column() == 0 ? metrics::margin : metrics::unit;
    return option.rect.adjusted(inset, 0, -metrics::unit, -1);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    QRect content = paintGround(painter, option, index);
    const Colours &c = coloursOf(option.palette);
    painter->save();
    if (!option.icon.isNull()) {
        const QRect glyph(content.left(), content.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon);
        option.icon.paint(painter, glyph);
        content.setLeft(glyph.right() + 1 + metrics::unit);
    }
    QFont font = given.font;
    if (m_face == Face::Fixed)
        font = fixedFont(font);
    else if (m_face == Face::Strong)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(isQuiet(index) ? c.quietText : ink(index, c));
    const QString text = QFontMetrics(font).elidedText(shownText(index), option.textElideMode, content.width());
    painter->drawText(content, static_cast<int>(option.displayAlignment | Qt::AlignVCenter), text);
    painter->restore();
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool own = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() != QEvent::ToolTip || own || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), shownText(index), view);
    return true;
}

QString CellDelegate::shownText(const QModelIndex &index) const
{
    return index.data().toString();
}

QColor CellDelegate::ink(const QModelIndex &, const Colours &colours) const
{
    return colours.text;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = m_face == Face::Fixed ? fixedFont(option.font) : option.font;
    const int icon = index.data(Qt::DecorationRole).isValid() ? metrics::icon + metrics::unit : 0;
    const int words = QFontMetrics(font).horizontalAdvance(index.data().toString());
    return {words + icon + 2 * metrics::unit + 2, metrics::rowHeight};
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(QStyledItemDelegate::createEditor(parent, option, index));
    if (edit == nullptr)
        edit = new QLineEdit(parent);
    edit->setFrame(true);
    edit->setObjectName(QStringLiteral("cellEditor"));
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (m_face == Face::Fixed)
        edit->setFont(fixedFont(edit->font()));
    return edit;
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

} // namespace ferry::ui
