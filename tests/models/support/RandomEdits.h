#pragma once

#include "models/edits/Edit.h"

#include <QRandomGenerator>

namespace ferry::test {

/// A small rule set in which much refers to much: two gateways, three FTP services, custom protocol
/// definitions, and `rules` rules with few listeners, so that they meet.
[[nodiscard]] RuleSet crowdedRuleSet(QRandomGenerator &random, int rules);

/// Any edit a person could make to this rule set next; some of them are refused, some change nothing.
[[nodiscard]] EditPtr randomEdit(const RuleSet &ruleSet, QRandomGenerator &random);

} // namespace ferry::test
