#pragma once

#include "app/agent/config/AgentConfig.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What the agent's own configuration adds to a gateway's.
struct ProxySurroundings {
    std::optional<Address> sourceAddress; ///< local address of connections to the servers
    QStringList serverPins;               ///< SHA-256 of their certificates; empty: any
    QString serverAuthority; ///< PEM file: who may have signed their certificates; empty: anybody
    CertificateEntry certificate; ///< for TLS that ends on the gateway; without files: none
};

/// One without rules, by which the proxy gives its ports to another program: open sessions go on with the transfers
/// that they have.
[[nodiscard]] QByteArray renderHandOver(const GatewayId &gateway, const QString &generation);

/// The configuration of ferrygate-proxy: indented JSON with sorted keys, so that two of them compare well line by line.
[[nodiscard]] QByteArray renderProxyConfig(
    const GatewayConfig &gateway, const QString &generation, const ProxySurroundings &around);

} // namespace ferry::agent
