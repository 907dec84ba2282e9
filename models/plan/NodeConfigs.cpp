#include "models/plan/NodeConfig.h"

#include "models/rules/PublishedTls.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace ferry {
namespace {

/// Which gateways publish a site: (service, site name) -> gateways.
using SitePublishers = QHash<std::pair<ServiceId, QString>, QSet<GatewayId>>;

bool isResolved(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (listenerPort(ruleSet, rule) == 0 || !ruleSet.protocols.contains(rule.protocol))
        return false;
    if (std::holds_alternative<ServiceSite>(rule.server) && !publishedSite(ruleSet, rule))
        return false;
    return std::all_of(rule.gateways.cbegin(), rule.gateways.cend(),
        [&](const GatewayId &gateway) { return ruleSet.gateways.contains(gateway); });
}

QList<PortRange> dataPorts(const ProtocolDefinition &protocol)
{
    QList<PortRange> ranges;
    for (const ProtocolConnection &connection : protocol.secondary) {
        if (connection.direction == Direction::Inbound)
            ranges << connection.ports;
    }
    return ranges;
}

PublishedRule publishedRule(const RuleSet &ruleSet, const PublishingRule &rule, const Gateway &gateway)
{
    const ProtocolDefinition &protocol = *ruleSet.protocols.find(rule.protocol);
    const FtpSite *site = publishedSite(ruleSet, rule);
    const auto *bare = std::get_if<BareServer>(&rule.server);

    PublishedRule published;
    published.id = rule.id;
    published.name = rule.name;
    published.listenAddress = rule.listener.address;
    published.listenPort = listenerPort(ruleSet, rule);
    published.serverAddress = bare ? bare->address : site->address;
    published.serverPort = bare ? bare->port : site->port;
    published.serverTls = publishedTls(rule, site);
    published.relayPorts = relayPorts(protocol);
    published.dataPorts = dataPorts(protocol);
    published.externalAddress = addressClientsReach(rule, gateway, site);
    published.clientAddresses = gateway.clientAddresses;
    published.from = rule.from;
    published.filterOn = isFilterOn(ruleSet, rule);
    published.filter = rule.filter;
    // Two ways to say "off" must not make two generations.
    published.filter.enabled = published.filterOn;
    published.log = rule.log;
    return published;
}

// The server has one external address a site, so it can follow the gateways only as far as they agree.
std::optional<Address> advertisedAddress(const FtpSite &site, const QSet<GatewayId> &publishers)
{
    std::optional<Address> common;
    for (const GatewayId &gateway : publishers) {
        const std::optional<Address> address = site.externalAddress.forGateway(gateway);
        if (!address || (common && *common != *address))
            return site.externalAddress.everywhere;
        common = address;
    }
    return common ? common : site.externalAddress.everywhere;
}

ServiceConfig serviceConfig(const FtpService &service, const SitePublishers &publishers)
{
    ServiceConfig config{
        service.id, service.software, service.configPath, service.serviceUnit, service.passivePorts, {}};
    for (const FtpSite &site : service.sites) {
        config.sites.append({site.name, site.address, site.port, site.tls,
            advertisedAddress(site, publishers.value({service.id, site.name}))});
    }
    return config;
}

} // namespace

Address addressClientsReach(const PublishingRule &rule, const Gateway &gateway, const FtpSite *site)
{
    if (rule.externalAddress)
        return *rule.externalAddress;
    if (site) {
        if (const std::optional<Address> external = site->externalAddress.forGateway(gateway.id))
            return *external;
    }
    if (rule.listener.address.isUnspecified()) {
        for (const Address &address : gateway.externalAddresses) {
            if (address.family() == rule.listener.address.family())
                return address;
        }
    }
    return rule.listener.address;
}

QList<NodeConfig> nodeConfigs(const RuleSet &ruleSet)
{
    QHash<GatewayId, GatewayConfig> gateways;
    for (const Gateway &gateway : ruleSet.gateways)
        gateways.insert(gateway.id, {gateway.id, gateway.engine, gateway.certificate, {}});

    SitePublishers publishers;
    for (const PublishingRule &rule : ruleSet.rules) {
        if (!rule.enabled || !isResolved(ruleSet, rule))
            continue;
        for (const GatewayId &id : rule.gateways) {
            QList<PublishedRule> &rules = gateways[id].rules;
            if (!rules.isEmpty() && rules.last().id == rule.id)
                continue; // named twice
            rules << publishedRule(ruleSet, rule, *ruleSet.gateways.find(id));
            if (const auto *site = std::get_if<ServiceSite>(&rule.server))
                publishers[{site->service, site->site}].insert(id);
        }
    }

    std::map<QString, NodeConfig> nodes;
    for (const Gateway &gateway : ruleSet.gateways)
        nodes[gateway.agent].gateways << gateways.take(gateway.id);
    for (const FtpService &service : ruleSet.ftpServices)
        nodes[service.agent].services << serviceConfig(service, publishers);
    nodes.erase(QString()); // no agent: nobody to send it to

    QList<NodeConfig> configs;
    for (auto &[agent, config] : nodes) {
        config.agent = agent;
        configs << std::move(config);
    }
    return configs;
}

} // namespace ferry
