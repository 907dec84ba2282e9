#include "models/rules/RuleSet.h"

namespace ferry {

quint16 listenerPort(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (rule.listener.port != 0)
        return rule.listener.port;
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    return protocol ? controlPort(*protocol) : quint16(0);
}

bool isFilterOn(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    return rule.filter.enabled && protocol && protocol->filter == ApplicationFilter::Ftp;
}

const FtpService *publishedService(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const auto *site = std::get_if<ServiceSite>(&rule.server);
    return site ? ruleSet.ftpServices.find(site->service) : nullptr;
}

const FtpSite *publishedSite(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const FtpService *service = publishedService(ruleSet, rule);
    return service ? findSite(*service, std::get<ServiceSite>(rule.server).site) : nullptr;
}

} // namespace ferry
