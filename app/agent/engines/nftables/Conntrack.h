#pragma once

#include "models/base/Address.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace ferry::agent {

/// One side and the other of a TCP connection, as its first packet named them.
struct ConnectionEnds {
    Address client;
    quint16 clientPort = 0;
    Address listener;
    quint16 listenerPort = 0;

    bool operator==(const ConnectionEnds &) const = default;
};

/// A connection that the kernel forwards to another destination than the one that it was made to.
struct TrackedConnection {
    quint32 id = 0; ///< the kernel's
    ConnectionEnds ends;
    bool isEstablished = false;
    std::optional<QDateTime> since;      ///< with net.netfilter.nf_conntrack_timestamp
    quint64 bytesUp = 0;                 ///< with net.netfilter.nf_conntrack_acct
    quint64 bytesDown = 0;
    std::optional<ConnectionEnds> master; ///< the control connection on whose behalf the FTP helper let it in
};

/// Those of the network namespace of the calling thread.
[[nodiscard]] Result<QList<TrackedConnection>> trackedConnections();

/// Forgets the connection: its next packets go nowhere. Fails with NotFound where there is none such.
[[nodiscard]] Result<> forgetConnection(const TrackedConnection &connection);

} // namespace ferry::agent
