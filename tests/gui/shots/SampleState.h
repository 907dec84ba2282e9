#pragma once

#include "models/rules/RuleSet.h"
#include "ui/window/LiveState.h"

namespace ferry::shots {

/// The example rule set of resources/samples; ends the program where it cannot be read.
[[nodiscard]] RuleSet exampleRuleSet();

/// Fills `live` with what the nodes of the example could say on an ordinary morning.
void fillLiveState(ui::LiveState &live, const RuleSet &ruleSet);

} // namespace ferry::shots
