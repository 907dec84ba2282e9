#pragma once

#include "models/plan/NodeConfig.h"

#include <QSet>

namespace ferry {

/// The rules in `desired` that change places with others that run already: the fewest that have to move to get from
/// one order of evaluation to the other. New rules are not among them.
[[nodiscard]] QSet<RuleId> movedRules(const QList<PublishedRule> &running, const QList<PublishedRule> &desired);

} // namespace ferry
