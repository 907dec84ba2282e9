#pragma once

#include "app/agent/engines/builtin/BuiltinEngine.h"

namespace ferry::agent {

/// How ferrygate-proxy is started. Without a configuration: the agent hands that over as soon as the control socket
/// answers, and so hears a refusal.
[[nodiscard]] Command proxyCommand(const BuiltinEngine::Setup &setup);

} // namespace ferry::agent
