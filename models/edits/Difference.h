#pragma once

#include "models/edits/Change.h"
#include "models/rules/RuleSet.h"

namespace ferry {

/// The change that leads from `before` to `after`: empty if they hold the same objects in the same
/// order, object by object where that is short, otherwise a reset. Revisions are not compared.
[[nodiscard]] Change changeBetween(const RuleSet &before, const RuleSet &after);

} // namespace ferry
