#pragma once

#include "app/agent/services/vsftpd/VsftpdConf.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What `conf` sets, in Ferrygate's words; id and paths are left empty.
[[nodiscard]] ServiceConfig settingsIn(const VsftpdConf &conf);

/// Puts `wanted` into `conf`, touching only keys that have another effect now.
/// Fails with Unsupported for what vsftpd cannot do, or what Ferrygate does not do to it.
[[nodiscard]] Result<> applySettings(const ServiceConfig &wanted, VsftpdConf &conf);

} // namespace ferry::agent
