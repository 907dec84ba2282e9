#pragma once

#include "app/agent/config/AgentConfig.h"
#include "app/agent/engines/GatewayEngine.h"
#include "models/base/Clock.h"

namespace ferry::agent {

/// The driver for the entry's engine; each engine has one line in EngineRegistry.cpp.
[[nodiscard]] Result<std::unique_ptr<GatewayEngine>> createEngine(
    const GatewayEntry &entry, const QString &stateDirectory, const Clock &clock);

} // namespace ferry::agent
