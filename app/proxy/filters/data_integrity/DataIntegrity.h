#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// A transfer whose encrypted data connection was cut is not reported as complete, whatever the server believes (RFC
/// 959: 426).
[[nodiscard]] std::unique_ptr<Filter> makeDataIntegrity(const Rule &rule);

} // namespace ferry::proxy
