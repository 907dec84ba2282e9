#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/filters/auth_tls/AuthTlsSettings.h"

namespace ferry::proxy {

/// What this build can do with TLS; a configuration that asks for more is refused before it runs.
struct TlsCapabilities {
    bool terminate = false; ///< end the client's TLS at the gateway
};

[[nodiscard]] TlsCapabilities tlsCapabilities();

/// Fails with the reason if `settings` ask for something that `capabilities` do not hold.
[[nodiscard]] Result<> checkTlsSettings(const AuthTlsSettings &settings, const TlsCapabilities &capabilities);

} // namespace ferry::proxy
