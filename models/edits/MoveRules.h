#pragma once

#include "models/edits/Edit.h"

#include <utility>

namespace ferry {

/// Moves rules, which keep their order among themselves, in front of the rule that is in row `before`
/// when the edit happens; behind the last one with `before` = number of rules.
[[nodiscard]] EditPtr moveRules(QList<RuleId> rules, qsizetype before);

/// One step up or down in the order of evaluation; nothing happens at the ends.
[[nodiscard]] EditPtr moveRuleUp(const RuleSet &ruleSet, const RuleId &rule);
[[nodiscard]] EditPtr moveRuleDown(const RuleSet &ruleSet, const RuleId &rule);

} // namespace ferry
