#pragma once

#include "models/base/Address.h"

namespace ferry::agent {

/// Whether this host forwards packets of the family from one of its networks to another (ip-sysctl). Fails with
/// Refused, and names the setting. In the network namespace of the calling thread.
[[nodiscard]] Result<> checkForwarding(Address::Family family);

} // namespace ferry::agent
