#pragma once

#include "models/rules/RuleSet.h"

namespace ferry {

/// A rule set of the given rules and everything that they refer to, directly or not, in the order of `ruleSet`; it can
/// be saved and imported elsewhere. The gateways that only an exported FTP service names (for an external address) are
/// part of it. Ids that are not in `ruleSet` are passed over.
[[nodiscard]] RuleSet exportRules(const RuleSet &ruleSet, const QList<RuleId> &rules);

} // namespace ferry
