#pragma once

#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// Whether the kernel can do what the rule asks. Fails with Unsupported, and says what it would do instead.
[[nodiscard]] Result<> checkForNftables(const PublishedRule &rule);

} // namespace ferry::agent
