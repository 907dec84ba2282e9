#pragma once

#include "app/proxy/tls/OpenSsl.h"

namespace ferry::proxy {

/// A context with what both roles have in common: TLS 1.2 or later, no renegotiation, no compression. Null if
/// OpenSSL has no memory for it.
[[nodiscard]] OpenSslPtr<SSL_CTX> makeTlsContext(const SSL_METHOD *method);

} // namespace ferry::proxy
