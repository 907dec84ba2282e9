#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// Writes each command with the server's reply to the log.
[[nodiscard]] std::unique_ptr<Filter> makeTranscript(const Rule &rule);

} // namespace ferry::proxy
