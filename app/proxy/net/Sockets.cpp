#include "app/proxy/net/Sockets.h"

#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <system_error>

namespace ferry::proxy {
namespace {

// Linux doubles it, for what it needs itself (socket(7)).
constexpr int replyBufferBytes = 64 * 1024;

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    [[nodiscard]] sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress toSocketAddress(const Endpoint &endpoint)
{
    SocketAddress address;
    const auto &bytes = endpoint.address.bytes();
    if (endpoint.address.isIPv4()) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(endpoint.port);
        std::memcpy(&in.sin_addr, bytes.data() + 12, 4);
        std::memcpy(&address.storage, &in, sizeof in);
        address.length = sizeof in;
    } else {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(endpoint.port);
        std::memcpy(&in.sin6_addr, bytes.data(), 16);
        std::memcpy(&address.storage, &in, sizeof in);
        address.length = sizeof in;
    }
    return address;
}

Endpoint toEndpoint(const SocketAddress &address)
{
    if (address.storage.ss_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address.storage, sizeof in);
        std::array<std::uint8_t, 4> quad{};
        std::memcpy(quad.data(), &in.sin_addr, 4);
        return {IpAddress::fromIPv4(quad), ntohs(in.sin_port)};
    }
    if (address.storage.ss_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, &address.storage, sizeof in);
        std::array<std::uint8_t, 16> bytes{};
        std::memcpy(bytes.data(), &in.sin6_addr, 16);
        return {IpAddress::fromBytes(bytes), ntohs(in.sin6_port)};
    }
    return {};
}

void setOption(int fd, int level, int name, int value)
{
    ::setsockopt(fd, level, name, &value, sizeof value);
}

Fd newSocket(const IpAddress &address)
{
    return Fd(::socket(address.isIPv4() ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP));
}

} // namespace

tl::expected<Fd, int> listenOn(const Endpoint &local, int backlog)
{
    Fd fd = newSocket(local.address);
    if (!fd)
        return tl::unexpected(errno);
    setOption(fd.get(), SOL_SOCKET, SO_REUSEADDR, 1);
    if (!local.address.isIPv4())
        setOption(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, 1);
    const SocketAddress address = toSocketAddress(local);
    if (::bind(fd.get(), address.get(), address.length) != 0 || ::listen(fd.get(), backlog) != 0)
        return tl::unexpected(errno);
    return fd;
}

tl::expected<Fd, int> startConnecting(const Endpoint &remote, const IpAddress &source)
{
    Fd fd = newSocket(remote.address);
    if (!fd)
        return tl::unexpected(errno);
    if (!source.isUnspecified()) {
        setOption(fd.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
        const SocketAddress local = toSocketAddress({source, 0});
        if (::bind(fd.get(), local.get(), local.length) != 0)
            return tl::unexpected(errno);
    }
    const SocketAddress address = toSocketAddress(remote);
    if (::connect(fd.get(), address.get(), address.length) != 0 && errno != EINPROGRESS)
        return tl::unexpected(errno);
    return fd;
}

tl::expected<Accepted, int> acceptFrom(int listener)
{
    SocketAddress address;
    address.length = sizeof address.storage;
    Fd fd(::accept4(listener, address.get(), &address.length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd)
        return tl::unexpected(errno);
    return Accepted{std::move(fd), toEndpoint(address)};
}

Endpoint localEndpoint(int fd)
{
    SocketAddress address;
    address.length = sizeof address.storage;
    if (::getsockname(fd, address.get(), &address.length) != 0)
        return {};
    return toEndpoint(address);
}

void limitRepliesToClient(int fd)
{
    setOption(fd, SOL_SOCKET, SO_SNDBUF, replyBufferBytes);
}

void limitRepliesOfServer(int fd)
{
    setOption(fd, SOL_SOCKET, SO_RCVBUF, replyBufferBytes);
}

void tuneControlSocket(int fd)
{
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(fd, SOL_SOCKET, SO_OOBINLINE, 1);
}

void tuneDataSocket(int fd)
{
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
}

void resetOnClose(int fd)
{
    const linger now{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

int unsentBytes(int fd)
{
    int bytes = 0;
    return ::ioctl(fd, SIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

int socketError(int fd)
{
    int error = 0;
    socklen_t length = sizeof error;
    if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) != 0)
        return errno;
    return error;
}

std::string errorText(int error)
{
    return std::generic_category().message(error);
}

} // namespace ferry::proxy
