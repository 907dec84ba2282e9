#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/net/Fd.h"
#include "app/proxy/net/IpAddress.h"

#include <cerrno>

namespace ferry::proxy {

/// A non-blocking socket that listens on `local`. The error is the errno, since callers tell "in use" from the rest.
[[nodiscard]] tl::expected<Fd, int> listenOn(const Endpoint &local, int backlog);

/// Starts a non-blocking connection to `remote`, from `source` unless that is unspecified. The port of the source is
/// chosen at connect time (ip(7), IP_BIND_ADDRESS_NO_PORT), so that the number of connections is bounded by the pairs
/// of ports and not by the ports of one address. The error is the errno.
[[nodiscard]] tl::expected<Fd, int> startConnecting(const Endpoint &remote, const IpAddress &source);

/// Accepts one connection. The error is the errno; EAGAIN when there is none.
struct Accepted {
    Fd fd;
    Endpoint peer;
};
[[nodiscard]] tl::expected<Accepted, int> acceptFrom(int listener);

/// What getsockname(2) says; port 0 if the socket has no name.
[[nodiscard]] Endpoint localEndpoint(int fd);

/// What replies of a server that nobody reads may take of the kernel's memory, on the leg to the client and on the one
/// to the server: without a limit its buffers grow to megabytes (tcp(7), tcp_wmem and tcp_rmem), for each session. The
/// first is handed on by a listening socket.
void limitRepliesToClient(int fd);
void limitRepliesOfServer(int fd);

/// For control connections: small writes leave at once, dead peers are noticed, urgent bytes stay in the stream
/// (RFC 959 sends ABOR behind a Telnet Synch).
void tuneControlSocket(int fd);
/// For data connections: what a server writes in small pieces leaves at once. Dead peers meet the idle limit.
void tuneDataSocket(int fd);

/// The next close() sends RST instead of FIN, so that the other side cannot take a cut transfer for a whole one.
void resetOnClose(int fd);

/// What the peer has not acknowledged yet (SIOCOUTQ, tcp(7)), in bytes.
[[nodiscard]] int unsentBytes(int fd);

/// The pending error of a socket (SO_ERROR).
[[nodiscard]] int socketError(int fd);

/// What strerror says, thread-safe.
[[nodiscard]] std::string errorText(int error);

} // namespace ferry::proxy
