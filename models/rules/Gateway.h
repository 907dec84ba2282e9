#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>

namespace ferry {

/// What moves the bytes on a gateway.
enum class Engine { Builtin, Nftables, Haproxy, Proftpd };

/// What clients on one network are told in 227 instead of the external address: those on the inner side of address
/// translation reach the gateway at another one.
struct ClientAddress {
    Network clients = Network::fromTrusted(u"0.0.0.0/0");
    Address address;

    /// "10.0.0.0/8 = 10.0.0.1"
    [[nodiscard]] QString toString() const;
    /// The same, with any blanks. The address is one of IPv4: 227 carries no other (RFC 2428 section 1).
    [[nodiscard]] static Result<ClientAddress> parse(QStringView text);

    bool operator==(const ClientAddress &) const = default;
};

/// A machine that accepts connections for published servers.
struct Gateway {
    GatewayId id;
    QString name;
    QString agent;  ///< "host:port" of its agent
    Engine engine = Engine::Builtin;
    QList<Address> externalAddresses;
    QString certificate;  ///< the name of a certificate on the node, never the certificate itself
    QList<ClientAddress> clientAddresses = {}; ///< the first whose network holds the client counts

    bool operator==(const Gateway &) const = default;
};

} // namespace ferry
