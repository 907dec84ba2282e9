#include "tests/bench/proxy/harness/PlainClient.h"

#include "app/proxy/net/Sockets.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <chrono>

namespace ferry::bench {

PlainClient::PlainClient(const proxy::Endpoint &server)
{
    auto fd = proxy::startConnecting(server, {});
    if (!fd)
        return;
    m_fd = std::move(*fd);
    proxy::tuneControlSocket(m_fd.get());
    pollfd connected{m_fd.get(), POLLOUT, 0};
    ::poll(&connected, 1, 10'000);
    ::fcntl(m_fd.get(), F_SETFL, 0);
    const timeval patience{10, 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    m_isGood = readReply() && roundTrip("USER bench\r\n") >= 0 && roundTrip("PASS bench\r\n") >= 0;
}

double PlainClient::roundTrip(std::string_view command)
{
    const auto begin = std::chrono::steady_clock::now();
    if (::send(m_fd.get(), command.data(), command.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(command.size())
        || !readReply())
        return -1;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

bool PlainClient::readReply()
{
    std::array<char, 512> buffer;
    std::size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t count = ::recv(m_fd.get(), buffer.data() + size, buffer.size() - size, 0);
        if (count <= 0)
            return false;
        size += static_cast<std::size_t>(count);
        if (buffer[size - 1] == '\n')
            return buffer[0] == '2' || buffer[0] == '3';
    }
    return false;
}

} // namespace ferry::bench
