#pragma once

#include "app/proxy/log/ResultCode.h"

#include <cerrno>

namespace ferry::proxy {

/// The result code of a connection attempt that ended with `error`.
[[nodiscard]] constexpr std::uint32_t connectResultCode(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return resultcode::refused;
    case ENETUNREACH:
    case EHOSTUNREACH:
        return resultcode::unreachable;
    case EMFILE:
    case ENFILE:
    case EADDRINUSE:
    case EADDRNOTAVAIL:
    case ENOMEM:
        return resultcode::isBusy;
    default:
        return resultcode::timedOut;
    }
}

} // namespace ferry::proxy
