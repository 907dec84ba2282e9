#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Tells who logs in, and when it has succeeded: from there on the time limit for the login is off.
[[nodiscard]] std::unique_ptr<Filter> makeLogin(const Rule &rule);

} // namespace ferry::proxy
