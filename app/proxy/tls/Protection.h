#pragma once

#include <cstdint>
#include <optional>

namespace ferry::proxy {

/// What PROT asks for (RFC 4217 section 9): the levels that TLS knows.
enum class Protection : std::uint8_t { Clear, Private };

/// How the two legs of a session are protected now.
struct SecurityState {
    bool isClientSecure = false; ///< TLS on the client's control connection
    bool isServerSecure = false;
    Protection clientData = Protection::Clear;
    Protection serverData = Protection::Clear;
};

/// What a filter wants to become of that. The server's leg changes first; the client's only if that worked.
struct SecurityChange {
    bool secureServer = false;
    std::optional<Protection> serverData;
    bool secureClient = false;
    bool clearClient = false; ///< TLS on the client's control connection ends (CCC)
    std::optional<Protection> clientData;
};

/// What a connection under TLS carries.
enum class TlsPurpose : std::uint8_t { Control, Data };

/// A data connection that ended without the close_notify that TLS asks for, or by a reset, while it still carried
/// something: what has arrived may be less than what was sent. BeforeServerHadAll: the server's side has ended, in
/// whichever way, while the client had more for it or had not said that this was all.
enum class DataCut : std::uint8_t { None, ByClient, ByServer, BeforeServerHadAll };

} // namespace ferry::proxy
