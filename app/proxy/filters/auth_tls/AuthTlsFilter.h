#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Refuses AUTH, lets it through and makes the session opaque when the server agrees, or ends TLS at the gateway (RFC
/// 4217 section 4).
[[nodiscard]] std::unique_ptr<Filter> makeAuthTlsFilter(const Rule &rule);

} // namespace ferry::proxy
