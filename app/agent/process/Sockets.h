#pragma once

#include "models/base/Address.h"

#include <QSet>

#include <sys/types.h>

/// TCP sockets of this machine, read from /proc/net/tcp and tcp6 (proc(5)).
namespace ferry::agent {

/// Inodes of the sockets that listen on `port`, on any address.
[[nodiscard]] QSet<quint64> listenersOn(quint16 port);

/// Connections that clients have open to `port` of this machine.
[[nodiscard]] int connectionsTo(quint16 port);

/// True if the process, or one that it started, holds one of the sockets. Also true where the process may not be
/// looked into, since nothing is known against it then.
[[nodiscard]] bool holdsOneOf(pid_t pid, const QSet<quint64> &inodes);

/// A port that was free on `address` a moment ago; 0 where there is none.
[[nodiscard]] quint16 freePort(const Address &address);

} // namespace ferry::agent
