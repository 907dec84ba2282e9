#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// PASV and EPSV: opens a data port of the gateway for the one that the server names, and puts it into the reply (RFC
/// 959, RFC 2428).
[[nodiscard]] std::unique_ptr<Filter> makePassiveMode(const Rule &rule);

} // namespace ferry::proxy
