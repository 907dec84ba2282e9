#pragma once

#include "app/proxy/tls/OpenSsl.h"

namespace ferry::proxy {

/// A socket as OpenSSL's BIO_s_socket has it, but for send(2), which is told when more follows at once (MSG_MORE): then
/// it can share a segment.
struct SocketEnd {
    int fd = -1; ///< non-blocking; somebody else owns it
    SSL *ssl = nullptr;
    bool isMoreComing = false;
};

/// Reads and writes through `end`, which lives as long as the BIO. Null where OpenSSL has no memory left.
[[nodiscard]] OpenSslPtr<BIO> makeSocketBio(SocketEnd &end);

} // namespace ferry::proxy
