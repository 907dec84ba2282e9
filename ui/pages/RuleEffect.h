#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::ui {

/// What a publishing rule means for a client, in one plain paragraph.
[[nodiscard]] QString ruleEffect(const RuleSet &ruleSet, const PublishingRule &rule);

/// "files-1 / main", or "198.51.100.20:21" for a bare address.
[[nodiscard]] QString publishedServerText(const RuleSet &ruleSet, const PublishingRule &rule);

/// "203.0.113.1:21"
[[nodiscard]] QString listenerText(const RuleSet &ruleSet, const PublishingRule &rule);

} // namespace ferry::ui
