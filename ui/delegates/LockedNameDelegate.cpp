#include "ui/delegates/LockedNameDelegate.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

void LockedNameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    if (!index.data(m_lockedRole).toBool())
        return;
    QFont font = option.font;
    font.setWeight(QFont::Medium);
    const int end = option.rect.left() + metrics::margin + metrics::unit
        + QFontMetrics(font).horizontalAdvance(index.data().toString());
    const QRect glyph(end, option.rect.top() + (option.rect.height() - 14) / 2, 14, 14);
    if (glyph.right() < option.rect.right())
        paintIcon(*painter, u"lock"_s, glyph, coloursOf(option.palette).quietText);
}

} // namespace ferry::ui
