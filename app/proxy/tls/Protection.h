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

/// A data connection that ended before its time: the way, or both, on which less may have arrived than was sent.
enum class DataCut : std::uint8_t { None = 0, Upload = 1, Download = 2, Both = 3 };

[[nodiscard]] constexpr DataCut dataCut(bool isUploadCut, bool isDownloadCut)
{
    return static_cast<DataCut>((isUploadCut ? 1 : 0) | (isDownloadCut ? 2 : 0));
}

} // namespace ferry::proxy
