#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"

#include <QList>
#include <QString>

namespace ferry {

/// What moves the bytes on a gateway.
enum class Engine { Builtin, Nftables, Haproxy, Proftpd };

/// A machine that accepts connections for published servers.
struct Gateway {
    GatewayId id;
    QString name;
    QString agent;  ///< "host:port" of its agent
    Engine engine = Engine::Builtin;
    QList<Address> externalAddresses;
    QString certificate;  ///< the name of a certificate on the node, never the certificate itself

    bool operator==(const Gateway &) const = default;
};

} // namespace ferry
