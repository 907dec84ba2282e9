#pragma once

#include "app/agent/engines/GatewayEngine.h"

namespace ferry::test {

/// Writes the files, or removes those that are to go.
[[nodiscard]] bool put(const QList<agent::NativeFile> &files);

/// What every engine promises, with a configuration of one rule that it can run. Fails the test function where it does
/// not hold. Engines whose program cannot be replaced while they run say Unsupported there.
void holdsEngineContract(agent::GatewayEngine &engine, const GatewayConfig &config);

} // namespace ferry::test
