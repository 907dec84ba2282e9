#pragma once

#include "models/wire/NodeStatus.h"

#include <QByteArray>

namespace ferry::agent {

/// A connection through a worker, as `show sess all` tells of it.
struct HaproxyConnection {
    QByteArray stream; ///< "0x55effbd72540", by which it is ended
    quint64 number = 0; ///< counts the worker's connections
    RuleId rule;
    bool isData = false; ///< to a relay port
    Address client;
    quint16 clientPort = 0;
    QDateTime since;
    quint64 bytesUp = 0;
    quint64 bytesDown = 0;
};

/// The connections of rules; what the worker talks to the agent or anybody else is left out.
[[nodiscard]] QList<HaproxyConnection> parseConnections(const QByteArray &answer);

/// A number for a worker's connection that no other one of this machine has; below 2^53, which JSON can carry.
[[nodiscard]] quint64 sessionNumber(qint64 worker, quint64 connection);
[[nodiscard]] qint64 workerOfSession(quint64 session);

} // namespace ferry::agent
