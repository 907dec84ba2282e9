#pragma once

#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// One `frontend`: an address with a port or range of it, and the rules published there in evaluation order.
struct HaproxyFrontend {
    enum class Kind { Control, Relay };

    Kind kind = Kind::Control;
    Address address;
    PortRange ports;
    QList<qsizetype> rules; ///< their places in the gateway's configuration

    bool operator==(const HaproxyFrontend &) const = default;
};

/// "control:203.0.113.1:21", "relay:203.0.113.1:5000-5003". HAProxy takes letters, digits and "-_.:" in names.
[[nodiscard]] QString frontendName(const HaproxyFrontend &frontend);
/// "rule.partner-upload": the `backend` for control connections of that rule.
[[nodiscard]] QString controlBackend(const RuleId &rule);
/// "relay.partner-upload": the one for its data connections.
[[nodiscard]] QString relayBackend(const RuleId &rule);
/// The rule that a backend belongs to; the null id where it is none of that kind.
[[nodiscard]] RuleId ruleOfControl(QStringView backend);
[[nodiscard]] RuleId ruleOfRelay(QStringView backend);

/// Which frontends publish the rules. Rules that share an address and ports share one frontend, which tells them apart
/// by source network, because a port can be bound once only. Fails with Conflict where a port is the control port of
/// one rule and a relay port of another.
[[nodiscard]] Result<QList<HaproxyFrontend>> haproxyFrontends(const GatewayConfig &gateway);

} // namespace ferry::agent
