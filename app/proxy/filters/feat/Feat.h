#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Makes the reply to FEAT (RFC 2389) promise what passes the gateway, and nothing else.
[[nodiscard]] std::unique_ptr<Filter> makeFeat(const Rule &rule);

} // namespace ferry::proxy
