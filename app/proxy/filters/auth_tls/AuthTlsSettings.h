#pragma once

#include <cstdint>

namespace ferry::proxy {

class ObjectReader;

/// What happens to AUTH TLS (RFC 4217 section 4).
enum class AuthTls : std::uint8_t {
    Deny,      ///< answered with 550 by the gateway, as ISA 2006 does
    Pass,      ///< relayed; the session is opaque after the server's 234
    Terminate, ///< TLS ends at the gateway
};

/// With AuthTls::Terminate: what the leg to the server speaks.
enum class UpstreamTls : std::uint8_t { Same, Clear, Required };

struct AuthTlsSettings {
    AuthTls handling = AuthTls::Deny;
    UpstreamTls upstream = UpstreamTls::Same;
    bool clearCommandChannel = false; ///< with Terminate: clients may end TLS on the control connection (CCC)

    bool operator==(const AuthTlsSettings &) const = default;
};

[[nodiscard]] AuthTlsSettings readAuthTls(ObjectReader &filter);

} // namespace ferry::proxy
