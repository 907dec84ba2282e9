#pragma once

#include "models/rules/RuleSet.h"

namespace ferry {

/// Who meets whom on which listener.
class CheckIndex {};

} // namespace ferry
