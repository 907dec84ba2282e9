#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// A transfer is not reported as complete, whatever the server believes, if its data connection was cut by a limit of
/// the rule, or, where it is encrypted, by anybody (RFC 959: 426).
[[nodiscard]] std::unique_ptr<Filter> makeDataIntegrity(const Rule &rule);

} // namespace ferry::proxy
