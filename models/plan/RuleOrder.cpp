#include "models/plan/RuleOrder.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace ferry {

// What need not move is a longest increasing subsequence of the old positions, read in the new order (patience
// sorting).
QSet<RuleId> movedRules(const QList<RuleId> &before, const QList<RuleId> &after)
{
    QHash<RuleId, qsizetype> oldRow;
    for (qsizetype row = 0; row < before.size(); ++row)
        oldRow.insert(before[row], row);

    struct Item {
        RuleId id;
        qsizetype oldRow;
        qsizetype previous; // in the longest run that ends here, -1 at its start
    };
    std::vector<Item> items;
    std::vector<qsizetype> ends; // ends[n]: the item with the smallest old row that ends a run of n + 1
    for (const RuleId &id : after) {
        const auto old = oldRow.constFind(id);
        if (old == oldRow.cend())
            continue;
        const auto slot = std::lower_bound(
            ends.begin(), ends.end(), *old, [&](qsizetype item, qsizetype row) { return items[item].oldRow < row; });
        const qsizetype previous = slot == ends.begin() ? -1 : *(slot - 1);
        const auto item = static_cast<qsizetype>(items.size());
        items.push_back({id, *old, previous});
        if (slot == ends.end())
            ends.push_back(item);
        else
            *slot = item;
    }

    QSet<RuleId> moved;
    for (const Item &item : items)
        moved.insert(item.id);
    for (qsizetype item = ends.empty() ? -1 : ends.back(); item >= 0; item = items[item].previous)
        moved.remove(items[item].id);
    return moved;
}

} // namespace ferry
