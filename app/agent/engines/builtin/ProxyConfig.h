#pragma once

#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// The configuration of ferrygate-proxy: indented JSON with sorted keys, so that two of them compare well line by line.
/// `sourceAddress`, where given, is the local address of connections to the servers.
[[nodiscard]] QByteArray renderProxyConfig(
    const GatewayConfig &gateway, const QString &generation, const std::optional<Address> &sourceAddress);

} // namespace ferry::agent
