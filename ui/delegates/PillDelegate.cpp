#include "ui/delegates/PillDelegate.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

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
    const QRect content = paintGround(painter, option);
    paintPill(*painter, content, lookOf(index, option.palette), smallFont(given.font));
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize pill = pillSize(lookOf(index, option.palette), smallFont(option.font));
    return {pill.width() + 2 * metrics::unit, metrics::rowHeight};
}

} // namespace ferry::ui
