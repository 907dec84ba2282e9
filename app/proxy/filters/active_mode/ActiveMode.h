#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// PORT and EPRT: refused, or turned into a port of the gateway that leads to nobody but the client (RFC 2577 section
/// 3).
[[nodiscard]] std::unique_ptr<Filter> makeActiveMode(const Rule &rule);

} // namespace ferry::proxy
