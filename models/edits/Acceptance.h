#pragma once

#include "models/base/Result.h"
#include "models/rules/RuleSet.h"

namespace ferry {

/// Whether the value may stand in the rule set: what an editor would let through and the reader of
/// rule set files would refuse (blank names, references to nothing, numbers out of bounds, built-in
/// definitions) is refused here, so that the document can always be saved and read back.
[[nodiscard]] Result<void> acceptable(const RuleSet &ruleSet, const ProtocolDefinition &protocol);
[[nodiscard]] Result<void> acceptable(const RuleSet &ruleSet, const Gateway &gateway);
[[nodiscard]] Result<void> acceptable(const RuleSet &ruleSet, const FtpService &service);
[[nodiscard]] Result<void> acceptable(const RuleSet &ruleSet, const PublishingRule &rule);

/// The refusal of an edit about `subject`, in the three parts of every message.
[[nodiscard]] Error refused(const QString &subject, const QString &why, const QString &remedy);
/// The refusal of an edit about an object that is not there (any more).
[[nodiscard]] Error notThere(const QString &id);

} // namespace ferry
