#pragma once

#include "app/agent/process/Process.h"

namespace ferry::agent {

/// Asks `haproxy -c` about a configuration, which is written to `scratch` for that time. `haproxy` is the program with
/// its environment. Fails with Refused and its complaints.
[[nodiscard]] Result<> checkHaproxyConfig(
    const Command &haproxy, const QString &scratch, const QByteArray &configuration, const QString &gateway);

} // namespace ferry::agent
