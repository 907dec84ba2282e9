#pragma once

#include "models/rules/RuleSet.h"
#include "models/store/LoadProblem.h"

#include <QByteArray>

namespace ferry {

inline constexpr QLatin1StringView ruleSetFormat("ferrygate-ruleset");
inline constexpr int ruleSetVersion = 1;

/// Reads the text of a rule set file (resources/schema/ruleset-1.schema.json says what it may hold). Gives the rule
/// set, or everything that is wrong with the text; where the text stops being JSON, everything up to there.
///
/// Beyond the schema these are refused: ids, sites and listed values that stand twice, references to nothing, ids of
/// built-in protocol definitions, ranges that end before they start, primary ranges of one direction that overlap,
/// networks with bits behind their prefix.
[[nodiscard]] tl::expected<RuleSet, LoadProblems> readRuleSet(QByteArrayView text);

} // namespace ferry
