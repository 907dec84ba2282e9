#pragma once

#include "models/edits/Edit.h"

namespace ferry {

// Edits of a gateway.

[[nodiscard]] EditPtr renameGateway(const GatewayId &gateway, const QString &name);
[[nodiscard]] EditPtr setGatewayEngine(const GatewayId &gateway, Engine engine);
[[nodiscard]] EditPtr setExternalAddresses(const GatewayId &gateway, const QList<Address> &addresses);
[[nodiscard]] EditPtr setGatewayCertificate(const GatewayId &gateway, const QString &certificate);
/// Everything a gateway dialog edits at once.
[[nodiscard]] EditPtr replaceGateway(const Gateway &gateway);

[[nodiscard]] EditPtr insertGateway(const Gateway &gateway);
/// Refuses while rules or external addresses name it, and says which.
[[nodiscard]] EditPtr removeGateway(const GatewayId &gateway);
/// Takes the gateway out of every rule and external address; rules that had only this gateway are removed.
[[nodiscard]] EditPtr removeGatewayAndUsers(const GatewayId &gateway);

} // namespace ferry
