#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// What a client hears, and the log says, when the gateway cannot open a data port. `error` is an errno, EADDRINUSE
/// when all `ports` are taken.
[[nodiscard]] Verdict portFailure(int error, const PortSet &ports);

} // namespace ferry::proxy
