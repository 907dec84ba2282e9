#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Refuses the commands that the rule does not allow.
[[nodiscard]] std::unique_ptr<Filter> makeCommandPolicy(const Rule &rule);

} // namespace ferry::proxy
