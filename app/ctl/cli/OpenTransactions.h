#pragma once

#include "app/ctl/cli/RuleSetArgument.h"

namespace ferry::ctl {

enum class Ending { Confirm, RollBack };

/// Confirms or rolls back what is open on the nodes of a rule set: the work of two verbs. Gives the exit code.
[[nodiscard]] int endOpenTransactions(const Call &call, Ending ending, const QString &why);

} // namespace ferry::ctl
