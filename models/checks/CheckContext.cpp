#include "models/checks/CheckContext.h"

#include "models/rules/PublishedTls.h"

namespace ferry {

RuleContext::RuleContext(const CheckContext &context, const PublishingRule &subject)
    : CheckContext(context)
    , rule(subject)
    , protocol(ruleSet.protocols.find(rule.protocol))
    , service(publishedService(ruleSet, rule))
    , site(service ? findSite(*service, std::get<ServiceSite>(rule.server).site) : nullptr)
    , port(rule.listener.port != 0 ? rule.listener.port
              : protocol           ? controlPort(*protocol)
                                   : quint16(0))
    , filterOn(rule.filter.enabled && protocol && protocol->filter == ApplicationFilter::Ftp)
    , tls(publishedTls(rule, site))
    , relaysData(!filterOn || (tls == TlsMode::Explicit && rule.filter.authTls == AuthTls::Pass))
{
    for (const GatewayId &id : rule.gateways) {
        if (const Gateway *gateway = ruleSet.gateways.find(id))
            m_gateways.append(gateway);
    }
}

std::optional<Address> clientAddress(const PublishingRule &rule, const Gateway &gateway)
{
    if (!rule.listener.address.isUnspecified())
        return rule.listener.address;
    for (const Address &address : gateway.externalAddresses) {
        if (address.family() == rule.listener.address.family())
            return address;
    }
    return std::nullopt;
}

QString ruleName(const RuleSet &ruleSet, const RuleId &rule)
{
    const PublishingRule *found = ruleSet.rules.find(rule);
    return found ? found->name : rule.text();
}

} // namespace ferry
