#pragma once

#include "app/agent/config/AgentConfig.h"
#include "models/plan/NodeConfig.h"

#include <QSet>

namespace ferry::agent {

/// What the agent's own configuration and the machine add to a gateway's.
struct ProftpdSurroundings {
    QString modules;   ///< folder of the program's modules; empty: the one that it was built for
    QString runFolder; ///< for the scoreboard, mod_proxy's tables, the pid
    QString user;      ///< whom sessions run as
    QString group;
    std::optional<Address> sourceAddress; ///< local address of connections to the servers
    CertificateEntry certificate;         ///< for rules that end TLS; empty: there is none
    bool isEllipticCertificate = false;   ///< its key is one of an elliptic curve, not of RSA
    QStringList serverPins;
    QString serverAuthority;
};

/// A listener of a configuration, with the rule it is published by.
struct ProftpdListener {
    RuleId rule;
    Address address;
    quint16 port = 0;
};

/// The whole configuration of a ProFTPD of its own: a `<VirtualHost>` a rule, with mod_proxy as reverse proxy. Fails
/// with Unsupported where a rule asks for what mod_proxy does not do, and with Conflict where two rules share a
/// listener.
[[nodiscard]] Result<QByteArray> renderProftpdConfig(
    const GatewayConfig &gateway, const QString &generation, const ProftpdSurroundings &around);

/// The generation that a configuration of ours names; empty where it names none.
[[nodiscard]] QString proftpdGenerationIn(const QByteArray &configuration);
[[nodiscard]] QList<ProftpdListener> proftpdListenersIn(const QByteArray &configuration);
/// The same configuration without the listeners of `rules`.
[[nodiscard]] QByteArray withoutRules(const QByteArray &configuration, const QSet<RuleId> &rules);

} // namespace ferry::agent
