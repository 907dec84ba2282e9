#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::ui {

/// What a publishing rule means for a client, in one plain paragraph.
[[nodiscard]] QString ruleEffect(const RuleSet &ruleSet, const PublishingRule &rule);

} // namespace ferry::ui
