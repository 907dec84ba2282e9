#include "tests/support/Ports.h"

#include <QTcpServer>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace ferry::test {
namespace {

// Below the ephemeral ports of Linux (32768 and up, ip(7)), from which connect() picks.
constexpr int firstPort = 10'000;
constexpr int blockSize = 50;
constexpr int blockCount = 440;

/// Takes a block of ports for this process, until it ends: its first port is bound on a loopback address that
/// nothing else uses. The kernel lets it go, however the process ends.
bool claim(int block)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(firstPort + block * blockSize));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 0x090908); // 127.9.9.9
    if (fd >= 0 && ::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    ::close(fd);
    return false;
}

bool isFree(const QString &address, quint16 port)
{
    // An address that this machine does not have is in nobody's way.
    QTcpServer server;
    return server.listen(QHostAddress(address), port)
        || server.serverError() == QAbstractSocket::SocketAddressNotAvailableError
        || server.serverError() == QAbstractSocket::UnsupportedSocketOperationError;
}

} // namespace

quint16 freePorts(const QStringList &addresses, int count)
{
    static int next = 0;
    static int end = 0;
    for (int tried = 0; tried < blockCount;) {
        if (next + count > end) {
            static int block = static_cast<int>(::getpid());
            block = (block + 1) % blockCount;
            ++tried;
            if (!claim(block))
                continue;
            next = firstPort + block * blockSize + 1;
            end = next + blockSize - 1;
        }
        const int first = next;
        int port = first;
        while (port < first + count
            && std::all_of(
                addresses.cbegin(), addresses.cend(),
                [&](const QString &address) { return isFree(address, static_cast<quint16>(port)); }))
            ++port;
        next = std::min(port + 1, first + count);
        if (port == first + count)
            return static_cast<quint16>(first);
    }
    return 0;
}

} // namespace ferry::test
