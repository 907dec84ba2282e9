#pragma once

#include "models/base/Id.h"

#include <QList>
#include <QSet>

namespace ferry {

/// The rules in `after` that change places with others that were there `before`: the fewest that have to move to get
/// from one order of evaluation to the other. New rules are not among them.
[[nodiscard]] QSet<RuleId> movedRules(const QList<RuleId> &before, const QList<RuleId> &after);

/// The ids of rules, in their order.
template <class Rules>
[[nodiscard]] QList<RuleId> ruleIds(const Rules &rules)
{
    QList<RuleId> ids;
    ids.reserve(rules.size());
    for (const auto &rule : rules)
        ids << rule.id;
    return ids;
}

} // namespace ferry
