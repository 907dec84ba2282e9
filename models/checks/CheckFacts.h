#pragma once

#include "models/plan/NodeConfig.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>

namespace ferry {

/// A certificate that a node holds, as far as checks look at it.
struct CertificateFact {
    QDate notAfter;
    QStringList names;  ///< DNS names and addresses it is made for; "*.example.com" covers one label

    bool operator==(const CertificateFact &) const = default;
};

/// What a gateway engine can do with a rule (design: "An engine says what it can do").
struct EngineCapabilities {
    bool filter = true;         ///< reads the control channel at all
    bool authTlsDeny = true;    ///< answers AUTH TLS itself
    bool authTlsTerminate = true;
    bool commandPolicy = true;
    bool sourceNetworks = true;
    bool sessionLimits = true;
    bool relayedPeers = true;   ///< lets only clients with a session reach the ports that it relays

    bool operator==(const EngineCapabilities &) const = default;
};

/// What a running FTP service was last seen with.
struct ServiceFact {
    int sessions = 0;
    int transfers = 0;  ///< of them moving data at the same moment
    std::optional<ServiceConfig> running;  ///< nothing: not known

    bool operator==(const ServiceFact &) const = default;
};

/// Everything that checks know besides the rule set; injected, so that checks stay functions.
struct CheckFacts {
    QDate today;
    int expiryWarningDays = 30;
    QHash<QString, CertificateFact> certificates;  ///< by the name that gateways refer to
    bool certificatesKnown = false;                ///< false: a name that is not in `certificates` means nothing
    QHash<ServiceId, ServiceFact> services;
    QHash<Engine, EngineCapabilities> engines;     ///< engines that are missing have `defaultCapabilities`

    bool operator==(const CheckFacts &) const = default;
};

[[nodiscard]] EngineCapabilities defaultCapabilities(Engine engine);
[[nodiscard]] EngineCapabilities capabilitiesOf(const CheckFacts &facts, Engine engine);

} // namespace ferry
