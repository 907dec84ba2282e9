#include "ui/delegates/RuleNameDelegate.h"

#include "models/tables/RulesModel.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/FindingCard.h"

#include <QPainter>

namespace ferry::ui {

void RuleNameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const QVariant worst = index.data(RulesModel::SeverityRole);
    const bool sign = worst.isValid() && worst.toInt() > static_cast<int>(Severity::Note);
    if (!sign) {
        CellDelegate::paint(painter, given, index);
        return;
    }
    const auto severity = static_cast<Severity>(worst.toInt());
    QStyleOptionViewItem ground = given;
    paintGround(painter, ground, index);
    QStyleOptionViewItem narrow = given;
    narrow.rect.setRight(given.rect.right() - metrics::icon - metrics::half);
    narrow.state.setFlag(QStyle::State_HasFocus, false);
    CellDelegate::paint(painter, narrow, index);
    const Colours &c = coloursOf(given.palette);
    const QRect glyph(given.rect.right() - metrics::icon - metrics::half,
        given.rect.top() + (given.rect.height() - metrics::icon) / 2, metrics::icon, metrics::icon);
    paintIcon(*painter, severityLook(severity).icon, glyph, severity == Severity::Error ? c.bad.text : c.draft.text);
}

} // namespace ferry::ui
