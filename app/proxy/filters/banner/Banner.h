#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Replaces the text of the server's greeting.
[[nodiscard]] std::unique_ptr<Filter> makeBanner(const Rule &rule);

} // namespace ferry::proxy
