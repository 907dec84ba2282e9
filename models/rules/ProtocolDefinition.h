#pragma once

#include "models/base/Id.h"
#include "models/base/PortRange.h"

#include <QList>
#include <QString>

namespace ferry {

/// Seen from the gateway: inbound is client to published server.
enum class Direction { Inbound, Outbound };

/// TCP ports of a protocol definition, with the direction in which connections are opened.
struct ProtocolConnection {
    Direction direction = Direction::Inbound;
    PortRange ports = PortRange::fromTrusted(21, 21);

    bool operator==(const ProtocolConnection &) const = default;
};

enum class ApplicationFilter { None, Ftp };

/// A named set of primary and secondary connections and the application filter bound to it.
/// Built-in definitions are read-only; `customized()` makes the editable copy.
struct ProtocolDefinition {
    ProtocolId id;
    QString name;
    QString description;
    bool builtIn = false;
    /// Accepted on the gateway's own account; the first inbound one starts with the control port.
    QList<ProtocolConnection> primary;
    /// Opened only on behalf of a live primary connection.
    QList<ProtocolConnection> secondary;
    ApplicationFilter filter = ApplicationFilter::None;

    bool operator==(const ProtocolDefinition &) const = default;
};

/// The port of the control channel: the lowest port of the first inbound primary connection; 0 where there is none.
[[nodiscard]] quint16 controlPort(const ProtocolDefinition &protocol);

/// The inbound primary ranges other than the control port: what a relay must publish for data connections.
[[nodiscard]] QList<PortRange> relayPorts(const ProtocolDefinition &protocol);

/// An editable copy under a new id and name, not built in.
[[nodiscard]] ProtocolDefinition customized(const ProtocolDefinition &protocol, ProtocolId id, QString name);

/// The definitions every rule set starts with: FTP Server (21) and FTPS Server (implicit, 990).
[[nodiscard]] const QList<ProtocolDefinition> &builtInProtocols();

} // namespace ferry
