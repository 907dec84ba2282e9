#pragma once

#include "app/agent/config/AgentConfig.h"

namespace ferry::agent {

/// Enrols this agent with `token`: makes a key, has its certificate issued at the token's endpoint, and writes key,
/// certificate and authority where agent.json says, mode 0600. The endpoint is trusted for nothing but that its
/// authority has the hash in the token. Blocks. Gives what to tell the administrator.
[[nodiscard]] Result<QString> enrol(const QString &token, const AgentConfig &config);

} // namespace ferry::agent
