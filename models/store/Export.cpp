#include "models/store/Export.h"

#include <QSet>

namespace ferry {
namespace {

template <class Object>
Table<Object> selected(const Table<Object> &table, const QSet<typename Table<Object>::IdType> &ids)
{
    return table.filtered([&](const Object &object) { return ids.contains(object.id); });
}

} // namespace

RuleSet exportRules(const RuleSet &ruleSet, const QList<RuleId> &rules)
{
    RuleSet exported;
    exported.revision = ruleSet.revision;
    exported.rules = selected(ruleSet.rules, QSet<RuleId>(rules.cbegin(), rules.cend()));

    QSet<ProtocolId> protocols;
    for (const ProtocolDefinition &builtIn : builtInProtocols())
        protocols << builtIn.id;
    QSet<GatewayId> gateways;
    QSet<ServiceId> services;
    for (const PublishingRule &rule : exported.rules) {
        protocols << rule.protocol;
        gateways += QSet<GatewayId>(rule.gateways.cbegin(), rule.gateways.cend());
        if (const auto *site = std::get_if<ServiceSite>(&rule.server))
            services << site->service;
    }
    exported.ftpServices = selected(ruleSet.ftpServices, services);
    for (const FtpService &service : exported.ftpServices) {
        for (const FtpSite &site : service.sites) {
            const QList<GatewayId> named = site.externalAddress.perGateway.keys();
            gateways += QSet<GatewayId>(named.cbegin(), named.cend());
        }
    }
    exported.protocols = selected(ruleSet.protocols, protocols);
    exported.gateways = selected(ruleSet.gateways, gateways);
    return exported;
}

} // namespace ferry
