#pragma once

#include "app/agent/services/iis/XmlText.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What applicationHost.config sets, in Ferrygate's words; id is left empty. A site is one with an FTP binding, by the
/// first of them. Fails with InvalidInput or Unsupported where the file is not one, or has the settings elsewhere.
[[nodiscard]] Result<ServiceConfig> settingsIn(const XmlText &xml);

/// Puts `wanted` into the file, touching only what has another effect now. Fails with Unsupported for what IIS cannot
/// do, or what Ferrygate does not do to it.
[[nodiscard]] Result<> applySettings(const ServiceConfig &wanted, XmlText &xml);

} // namespace ferry::agent
