#include "ui/delegates/PillDelegate.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

#include <QMouseEvent>
#include <QPainter>

namespace ferry::ui {

PillDelegate::PillDelegate(StateOf stateOf, QObject *parent)
    : CellDelegate(Face::Text, parent), m_stateOf(std::move(stateOf))
{
}

PillLook PillDelegate::lookOf(const QModelIndex &index, const QPalette &palette) const
{
    PillLook look = pillLook(m_stateOf(index), coloursOf(palette));
    if (const QString word = index.data().toString(); !word.isEmpty())
        look.word = word;
    return look;
}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QRect content = paintGround(painter, option, index);
    paintPill(*painter, content, lookOf(index, option.palette), smallFont(given.font));
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize pill = pillSize(lookOf(index, option.palette), smallFont(option.font));
    return {pill.width() + 2 * metrics::unit, metrics::rowHeight};
}

bool PillDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QRect pill(option.rect.left() + metrics::unit, option.rect.top(),
        pillSize(lookOf(index, option.palette), smallFont(option.font)).width(), option.rect.height());
    if (mouse->button() != Qt::LeftButton || !pill.contains(mouse->position().toPoint()))
        return false;
    Q_EMIT pressed(index);
    return true;
}

} // namespace ferry::ui
