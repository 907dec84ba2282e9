#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/config/Configuration.h"

#include <simdjson.h>

#include <string_view>

namespace ferry::proxy {

/// Reads a configuration strictly, and refuses what could not run: the first problem, with its JSON pointer.
[[nodiscard]] Result<Configuration> readConfiguration(simdjson::dom::element root);
[[nodiscard]] Result<Configuration> readConfiguration(std::string_view json);

} // namespace ferry::proxy
