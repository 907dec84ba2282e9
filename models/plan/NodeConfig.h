#pragma once

#include "models/rules/RuleSet.h"

#include <QByteArray>

namespace ferry {

/// A publishing rule for one gateway, all references resolved: what an engine's driver renders from.
struct PublishedRule {
    RuleId id;
    QString name;
    Address listenAddress;
    quint16 listenPort = 0;
    Address serverAddress;
    quint16 serverPort = 0;
    TlsMode serverTls = TlsMode::None;
    QList<PortRange> relayPorts;        ///< forwarded to the same port of the server: the fixed passive range
    QList<PortRange> dataPorts;         ///< from which the filter opens data ports on the gateway
    /// What the filter writes into 227: the rule's, else the site's for this gateway, else the listener's.
    Address externalAddress;
    QList<ClientAddress> clientAddresses; ///< the gateway's, for clients on certain networks; they come first
    QList<Network> from; ///< empty: any
    bool filterOn = false; ///< the effective switch; `filter.enabled` is the same
    FilterSettings filter;
    bool log = true;

    bool operator==(const PublishedRule &) const = default;
};

/// What one gateway runs, in evaluation order; disabled rules are left out.
struct GatewayConfig {
    GatewayId id;
    Engine engine = Engine::Builtin;
    QString certificate;
    QList<PublishedRule> rules;

    bool operator==(const GatewayConfig &) const = default;
};

/// What the driver of an FTP service is to set, and nothing else. Unset settings are left as they are.
struct ServiceConfig {
    ServiceId id;
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString configPath;
    QString serviceUnit;
    std::optional<PortRange> passivePorts;
    struct Site {
        QString name;
        Address address;
        quint16 port = 21;
        TlsMode tls = TlsMode::None;
        /// What all publishing gateways agree on, else the one for everywhere; nothing: left as it is.
        std::optional<Address> externalAddress;

        bool operator==(const Site &) const = default;
    };
    QList<Site> sites;

    bool operator==(const ServiceConfig &) const = default;
};

/// Everything one agent is to run: the gateways and FTP services on its host.
struct NodeConfig {
    QString agent; ///< "host:port"
    QList<GatewayConfig> gateways;
    QList<ServiceConfig> services;

    bool operator==(const NodeConfig &) const = default;
};

/// Name of a configuration: lower-case hex SHA-256 over its canonical JSON (models/wire), independent of `agent`.
[[nodiscard]] QString generationOf(const NodeConfig &config);

/// The address that clients of the rule reach at this gateway, since that is what 227 has to name: the rule's own, or
/// the site's external address for this gateway, where NAT stands in front of it, otherwise the listener's; for a
/// listener on every address the gateway's first. `site` is null for a bare server.
[[nodiscard]] Address addressClientsReach(const PublishingRule &rule, const Gateway &gateway, const FtpSite *site);

/// The configuration of every agent that the rule set names, ordered by agent; gateways and FTP services with the
/// same agent share one. Rules with dangling references are left out: the checks report them and the plan refuses to
/// go on. So are gateways and FTP services without an agent.
[[nodiscard]] QList<NodeConfig> nodeConfigs(const RuleSet &ruleSet);

} // namespace ferry
