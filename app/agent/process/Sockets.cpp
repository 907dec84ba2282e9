#include "app/agent/process/Sockets.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

// Kernel states in the "st" column: include/net/tcp_states.h.
constexpr int established = 0x01;
constexpr int listening = 0x0A;

struct Row {
    QByteArray localAddress; ///< as there: hexadecimal
    quint16 localPort = 0;
    QByteArray peerAddress;
    quint16 peerPort = 0;
    int state = 0;
    quint64 inode = 0;
};

template <class Visit>
void forEachSocket(Visit visit)
{
    for (const QString &path : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const QByteArrayList fields = line.simplified().split(' ');
            if (fields.size() < 10)
                continue;
            const qsizetype colon = fields[1].lastIndexOf(':');
            const qsizetype peerColon = fields[2].lastIndexOf(':');
            visit(Row{fields[1].left(colon), fields[1].mid(colon + 1).toUShort(nullptr, 16), fields[2].left(peerColon),
                fields[2].mid(peerColon + 1).toUShort(nullptr, 16), fields[3].toInt(nullptr, 16),
                fields[9].toULongLong()});
        }
    }
}

/// The kernel prints words of four bytes as numbers of its own byte order.
Address addressIn(const QByteArray &text)
{
    QByteArray bytes = QByteArray::fromHex(text);
    for (qsizetype word = 0; word + 4 <= bytes.size(); word += 4) {
        const auto number = qFromBigEndian<quint32>(bytes.constData() + word);
        std::memcpy(bytes.data() + word, &number, sizeof number);
    }
    if (bytes.size() == 4)
        return Address::fromTrusted(QHostAddress(qFromBigEndian<quint32>(bytes.constData())).toString());
    Q_IPV6ADDR raw{};
    std::memcpy(&raw, bytes.constData(), std::min<std::size_t>(sizeof raw, static_cast<std::size_t>(bytes.size())));
    return Address::parse(QHostAddress(raw).toString()).value_or(Address());
}

/// What a link such as "socket:[12345]" names; 0 for anything else.
quint64 socketInode(const QString &link)
{
    const QString target = link.section(u'/', -1);
    return target.startsWith(u"socket:["_s) ? QStringView(target).mid(8).chopped(1).toULongLong() : 0;
}

} // namespace

QList<ListeningSocket> listeningSockets()
{
    QList<ListeningSocket> sockets;
    forEachSocket([&](const Row &row) {
        if (row.state == listening)
            sockets << ListeningSocket{addressIn(row.localAddress), row.localPort, row.inode};
    });
    return sockets;
}

QHash<quint64, OpenConnection> openConnections()
{
    QHash<quint64, OpenConnection> connections;
    forEachSocket([&](const Row &row) {
        if (row.state == established) {
            connections.insert(
                row.inode, {addressIn(row.localAddress), row.localPort, addressIn(row.peerAddress), row.peerPort});
        }
    });
    return connections;
}

QSet<quint64> socketsOf(pid_t pid)
{
    QSet<quint64> inodes;
    const QDir descriptors(u"/proc/%1/fd"_s.arg(pid));
    for (const QString &name : descriptors.entryList(QDir::System | QDir::Files)) {
        if (const quint64 inode = socketInode(QFile::symLinkTarget(descriptors.filePath(name))); inode != 0)
            inodes.insert(inode);
    }
    return inodes;
}

int problemWithBinding(const Address &address, quint16 port)
{
    const bool isIPv6 = address.family() == Address::Family::IPv6;
    sockaddr_in6 six{};
    sockaddr_in four{};
    six.sin6_family = AF_INET6;
    six.sin6_port = qToBigEndian(port);
    std::memcpy(&six.sin6_addr, address.bytes().data(), sizeof six.sin6_addr);
    four.sin_family = AF_INET;
    four.sin_port = qToBigEndian(port);
    std::memcpy(&four.sin_addr, address.bytes().data(), sizeof four.sin_addr);

    const int fd = ::socket(isIPv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    const int bound = isIPv6 ? ::bind(fd, reinterpret_cast<const sockaddr *>(&six), sizeof six)
                             : ::bind(fd, reinterpret_cast<const sockaddr *>(&four), sizeof four);
    const int problem = bound == 0 ? 0 : errno;
    ::close(fd);
    return problem;
}

QSet<quint64> listenersOn(quint16 port)
{
    QSet<quint64> inodes;
    forEachSocket([&](const Row &row) {
        if (row.state == listening && row.localPort == port)
            inodes.insert(row.inode);
    });
    return inodes;
}

int connectionsTo(quint16 port)
{
    int count = 0;
    forEachSocket([&](const Row &row) { count += row.state == established && row.localPort == port; });
    return count;
}

bool holdsOneOf(pid_t pid, const QSet<quint64> &inodes)
{
    const QDir descriptors(u"/proc/%1/fd"_s.arg(pid));
    if (!descriptors.isReadable())
        return true;
    for (const QString &name : descriptors.entryList(QDir::System | QDir::Files)) {
        if (inodes.contains(socketInode(QFile::symLinkTarget(descriptors.filePath(name)))))
            return true;
    }
    return false;
}

quint16 freePort(const Address &address)
{
    QTcpServer server;
    return server.listen(QHostAddress(address.toString()), 0) ? server.serverPort() : 0;
}

} // namespace ferry::agent
