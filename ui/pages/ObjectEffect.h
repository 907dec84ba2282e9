#pragma once

#include "models/checks/FindingStore.h"
#include "models/rules/RuleSet.h"
#include "ui/widgets/FactList.h"

namespace ferry::ui {

/// Its name for people; empty where it is not in the rule set.
[[nodiscard]] QString subjectName(const RuleSet &ruleSet, const Subject &subject);
/// What it means, in one plain paragraph.
[[nodiscard]] QString subjectEffect(const RuleSet &ruleSet, const Subject &subject);
/// "Rule", "FTP service", ...
[[nodiscard]] QString kindName(ObjectKind kind);

/// The filter of a rule, setting by setting.
[[nodiscard]] QList<Fact> filterFacts(const RuleSet &ruleSet, const PublishingRule &rule);
/// Every port that a rule needs, and who opens it.
[[nodiscard]] QList<Fact> portFacts(const RuleSet &ruleSet, const PublishingRule &rule);

} // namespace ferry::ui
