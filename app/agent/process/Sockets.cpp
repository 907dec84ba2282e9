#include "app/agent/process/Sockets.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

// Kernel states in the "st" column: include/net/tcp_states.h.
constexpr int established = 0x01;
constexpr int listening = 0x0A;

struct Row {
    quint16 localPort = 0;
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
            visit(Row{fields[1].mid(fields[1].lastIndexOf(':') + 1).toUShort(nullptr, 16), fields[3].toInt(nullptr, 16),
                fields[9].toULongLong()});
        }
    }
}

} // namespace

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
        // A link such as "socket:[12345]".
        const QString target = QFile::symLinkTarget(descriptors.filePath(name)).section(u'/', -1);
        if (target.startsWith(u"socket:["_s) && inodes.contains(QStringView(target).mid(8).chopped(1).toULongLong()))
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
