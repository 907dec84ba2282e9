#include "models/edits/Difference.h"

#include "models/edits/TableOf.h"

#include <algorithm>

namespace ferry {
namespace {

// Beyond this many changes views are faster with a reset.
constexpr qsizetype fewChanges = 100;

// Gives false where only a reset describes it: too many changes, or objects that stayed changed their order.
template <class T>
bool describe(const RuleSet &beforeSet, const RuleSet &afterSet, QList<ObjectChange> &changes)
{
    const Table<T> &before = tableOf<T>(beforeSet);
    const Table<T> &after = tableOf<T>(afterSet);
    if (before.isSharedWith(after))
        return true;

    for (qsizetype row = before.size() - 1; row >= 0; --row) {
        if (after.contains(before.at(row).id))
            continue;
        changes << objectChange(ObjectChange::What::Removed, before.at(row), row);
        if (changes.size() > fewChanges)
            return false;
    }
    qsizetype lastRow = -1;
    for (qsizetype row = 0; row < after.size(); ++row) {
        const T &object = after.at(row);
        const qsizetype oldRow = before.rowOf(object.id);
        if (oldRow < 0) {
            changes << objectChange(ObjectChange::What::Inserted, object, row);
        } else {
            if (oldRow < lastRow)
                return false;
            lastRow = oldRow;
            if (!after.isSame(row, before, oldRow))
                changes << objectChange(ObjectChange::What::Replaced, object, row);
        }
        if (changes.size() > fewChanges)
            return false;
    }
    return true;
}

} // namespace

Change changeBetween(const RuleSet &before, const RuleSet &after)
{
    Change change;
    const bool described = describe<ProtocolDefinition>(before, after, change.objects)
        && describe<Gateway>(before, after, change.objects) && describe<FtpService>(before, after, change.objects)
        && describe<PublishingRule>(before, after, change.objects);
    return described ? change : Change{true, {}};
}

} // namespace ferry
