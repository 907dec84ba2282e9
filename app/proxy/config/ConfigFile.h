#pragma once

#include "app/proxy/config/Configuration.h"

#include <string>

namespace ferry::proxy {

/// Reads a configuration from a file of at most 64 MiB.
[[nodiscard]] Result<Configuration> readConfigurationFile(const std::string &path);

} // namespace ferry::proxy
