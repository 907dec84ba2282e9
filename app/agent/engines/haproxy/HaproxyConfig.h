#pragma once

#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What the agent's own configuration adds to a gateway's.
struct HaproxySurroundings {
    std::optional<Address> sourceAddress; ///< local address of connections to the servers
    QString drainedFile; ///< names of the rules that take no new sessions, one a line
    QString user; ///< whom the workers run as; empty: whoever starts HAProxy
};

/// The whole configuration of an HAProxy of its own (configuration manual, 2.6). Fails with Unsupported where a rule
/// asks for more than forwarding, and with Conflict where two rules want the same port for different things.
[[nodiscard]] Result<QByteArray> renderHaproxyConfig(
    const GatewayConfig &gateway, const QString &generation, const HaproxySurroundings &around);

/// The `description` in it, which a worker that runs it tells: "ferrygate GENERATION FINGERPRINT". The fingerprint
/// tells two configurations of one generation apart. Empty where there is none.
[[nodiscard]] QByteArray descriptionIn(const QByteArray &configuration);
[[nodiscard]] QString generationIn(const QByteArray &description);

} // namespace ferry::agent
