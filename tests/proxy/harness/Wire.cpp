#include "tests/proxy/harness/Wire.h"

#include "tests/support/Ports.h"

#include <QDeadlineTimer>

#include <arpa/inet.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace {

constexpr int deadline = 10'000;

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

Address resolve(const QString &text, std::uint16_t port)
{
    Address address;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address.storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address.storage);
    if (inet_pton(AF_INET, text.toLatin1().constData(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.length = sizeof *v4;
    } else {
        inet_pton(AF_INET6, text.toLatin1().constData(), &v6->sin6_addr);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.length = sizeof *v6;
    }
    return address;
}

bool waitFor(int fd, short events, int milliseconds = deadline)
{
    pollfd entry{fd, events, 0};
    return ::poll(&entry, 1, milliseconds) == 1;
}

} // namespace

Wire &Wire::operator=(Wire &&other) noexcept
{
    close();
    m_fd = std::exchange(other.m_fd, -1);
    m_tls = std::move(other.m_tls);
    m_buffer = std::move(other.m_buffer);
    return *this;
}

Wire Wire::connect(const QString &address, std::uint16_t port, const QString &source, int receiveBuffer)
{
    const Address remote = resolve(address, port);
    Wire wire(::socket(remote.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    // Before the connection, whose window scale depends on it (tcp(7)).
    if (receiveBuffer > 0)
        ::setsockopt(wire.m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    if (!source.isEmpty()) {
        const Address local = resolve(source, 0);
        ::bind(wire.m_fd, reinterpret_cast<const sockaddr *>(&local.storage), local.length);
    }
    if (::connect(wire.m_fd, reinterpret_cast<const sockaddr *>(&remote.storage), remote.length) != 0)
        wire.close();
    return wire;
}

bool Wire::send(const QByteArray &bytes)
{
    if (m_tls)
        return bytes.isEmpty() || SSL_write(m_tls.get(), bytes.constData(), static_cast<int>(bytes.size())) > 0;
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        if (!waitFor(m_fd, POLLOUT))
            return false;
        const ssize_t count = ::send(
            m_fd, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN)
            return false;
        if (count > 0)
            sent += count;
    }
    return true;
}

void Wire::setCorked(bool isCorked)
{
    const int cork = isCorked ? 1 : 0;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_CORK, &cork, sizeof cork);
}

bool Wire::sendUrgent(const QByteArray &bytes)
{
    return ::send(m_fd, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL | MSG_OOB)
        == bytes.size();
}

bool Wire::awaitAcknowledged() const
{
    const QDeadlineTimer end(deadline);
    int bytes = 0;
    while (::ioctl(m_fd, SIOCOUTQ, &bytes) == 0 && bytes > 0) {
        if (end.hasExpired())
            return false;
    }
    return bytes == 0;
}

bool Wire::fill()
{
    char bytes[65536];
    if (m_tls) {
        const int count = SSL_read(m_tls.get(), bytes, sizeof bytes);
        const int error = SSL_get_error(m_tls.get(), count);
        m_wasReset = m_wasReset || (error == SSL_ERROR_SYSCALL && errno == ECONNRESET);
        m_wasCut = count <= 0 && error != SSL_ERROR_ZERO_RETURN;
        if (count > 0)
            m_buffer.append(bytes, count);
        return count > 0;
    }
    if (m_fd < 0 || !waitFor(m_fd, POLLIN))
        return false;
    const ssize_t count = ::recv(m_fd, bytes, sizeof bytes, 0);
    m_wasReset = m_wasReset || (count < 0 && errno == ECONNRESET);
    if (count <= 0)
        return false;
    m_buffer.append(bytes, count);
    return true;
}

std::optional<QByteArray> Wire::line()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf('\n')) < 0) {
        if (!fill())
            return std::nullopt;
    }
    QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray Wire::reply()
{
    for (;;) {
        const std::optional<QByteArray> next = line();
        if (!next)
            return {};
        if (next->size() == 3 || (next->size() > 3 && next->at(3) == ' ' && next->at(0) >= '1' && next->at(0) <= '6'))
            return *next;
    }
}

QByteArray Wire::command(const QByteArray &line)
{
    return send(line + "\r\n") ? reply() : QByteArray();
}

QByteArray Wire::rest(bool *wasReset)
{
    while (fill()) {}
    if (wasReset)
        *wasReset = m_wasReset;
    return std::exchange(m_buffer, {});
}

QByteArray Wire::exactly(qsizetype count)
{
    while (m_buffer.size() < count && fill()) {}
    const QByteArray bytes = m_buffer.left(count);
    m_buffer.remove(0, bytes.size());
    return bytes;
}

bool Wire::hasMore(int milliseconds) const
{
    return !m_buffer.isEmpty() || (m_tls && SSL_pending(m_tls.get()) > 0) || waitFor(m_fd, POLLIN, milliseconds);
}

void Wire::finishWriting()
{
    ::shutdown(m_fd, SHUT_WR);
}

bool Wire::startTls(const TlsContext &context, bool isServer, const TlsTicket &resumed)
{
    const timeval patience{deadline / 1000, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    m_tls.reset(SSL_new(context.get()));
    SSL_set_fd(m_tls.get(), m_fd);
    if (resumed)
        SSL_set_session(m_tls.get(), resumed.get());
    return (isServer ? SSL_accept(m_tls.get()) : SSL_connect(m_tls.get())) == 1;
}

void Wire::endTls()
{
    SSL_shutdown(m_tls.get());
}

bool Wire::turnClear(bool saysGoodbye)
{
    if (saysGoodbye)
        endTls();
    char byte = 0;
    const int count = SSL_read(m_tls.get(), &byte, 1);
    const bool hasEnded = SSL_get_error(m_tls.get(), count) == SSL_ERROR_ZERO_RETURN;
    m_tls.reset();
    return hasEnded;
}

QByteArray Wire::protocol() const
{
    const unsigned char *name = nullptr;
    unsigned int length = 0;
    SSL_get0_alpn_selected(m_tls.get(), &name, &length);
    return QByteArray(reinterpret_cast<const char *>(name), length);
}

void Wire::close()
{
    m_tls.reset();
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

void Wire::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

Ear Ear::open(const QString &address, std::uint16_t port)
{
    Address local = resolve(address, port);
    Ear ear;
    ear.fd = ::socket(local.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(ear.fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(ear.fd, reinterpret_cast<const sockaddr *>(&local.storage), local.length) != 0
        || ::listen(ear.fd, 1024) != 0) {
        ear.close();
        return ear;
    }
    ::getsockname(ear.fd, reinterpret_cast<sockaddr *>(&local.storage), &local.length);
    ear.port = ntohs(local.storage.ss_family == AF_INET ? reinterpret_cast<sockaddr_in *>(&local.storage)->sin_port
                                                        : reinterpret_cast<sockaddr_in6 *>(&local.storage)->sin6_port);
    return ear;
}

Wire Ear::accept() const
{
    if (!hasCaller(deadline))
        return {};
    return Wire(::accept4(fd, nullptr, nullptr, SOCK_CLOEXEC));
}

bool Ear::hasCaller(int milliseconds) const
{
    return waitFor(fd, POLLIN, milliseconds);
}

void Ear::close()
{
    if (fd >= 0)
        ::close(std::exchange(fd, -1));
}

std::uint16_t freePorts(int count)
{
    return ferry::test::freePorts(
        {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.3"), QStringLiteral("::1")}, count);
}
