#pragma once

#include "models/base/Result.h"

namespace ferry::agent {

/// Whether the agent may edit `path`, which the configuration at `configPath` includes: only below the folder of that
/// one. agent.json names what the agent may touch, and an Include is not agent.json. Fails with Unsupported.
[[nodiscard]] Result<> mayEditIncluded(const QString &configPath, const QString &path);

} // namespace ferry::agent
