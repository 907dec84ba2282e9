#pragma once

#include "app/agent/engines/builtin/BuiltinEngine.h"

#include <chrono>

namespace ferry::agent {

/// For an answer on the control socket, and for the end of a process that was asked for.
inline constexpr std::chrono::milliseconds answerPatience{15'000};
inline constexpr std::chrono::milliseconds stopPatience{3'000};
/// From one look at a process to the next, while something is waited for.
inline constexpr std::chrono::milliseconds step{20};

/// How ferrygate-proxy is started. Without a configuration: the agent hands that over as soon as the control socket
/// answers, and so hears a refusal.
[[nodiscard]] Command proxyCommand(const BuiltinEngine::Setup &setup);

} // namespace ferry::agent
