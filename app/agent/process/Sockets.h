#pragma once

#include "models/base/Address.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <sys/types.h>

/// TCP sockets of this machine, read from /proc/net/tcp and tcp6 (proc(5)).
namespace ferry::agent {

/// Inodes of the sockets that listen on `port`, on any address.
[[nodiscard]] QSet<quint64> listenersOn(quint16 port);

/// A socket that takes connections.
struct ListeningSocket {
    Address address;
    quint16 port = 0;
    quint64 inode = 0;
};

[[nodiscard]] QList<ListeningSocket> listeningSockets();

/// A connection that is open, as this machine sees it.
struct OpenConnection {
    Address local;
    quint16 localPort = 0;
    Address peer;
    quint16 peerPort = 0;
};

/// Open connections by the inode of their socket.
[[nodiscard]] QHash<quint64, OpenConnection> openConnections();

/// Inodes of the sockets that the process holds; none where it may not be looked into.
[[nodiscard]] QSet<quint64> socketsOf(pid_t pid);

/// 0 if a program could listen on that port now, else the errno of bind(2).
[[nodiscard]] int problemWithBinding(const Address &address, quint16 port);

/// Connections that clients have open to `port` of this machine.
[[nodiscard]] int connectionsTo(quint16 port);

/// True if the process, or one that it started, holds one of the sockets. Also true where the process may not be
/// looked into, since nothing is known against it then.
[[nodiscard]] bool holdsOneOf(pid_t pid, const QSet<quint64> &inodes);

/// A port that was free on `address` a moment ago; 0 where there is none.
[[nodiscard]] quint16 freePort(const Address &address);

} // namespace ferry::agent
