#pragma once

#include "app/proxy/control/Command.h"

#include <cstdint>

namespace ferry::proxy {

/// Which way a command moves data.
enum class Transfer : std::uint8_t { None, Upload, Download };

/// RFC 959 4.1.3, RFC 3659.
[[nodiscard]] Transfer transferOf(const Command &command);

} // namespace ferry::proxy
