#include "app/backend/probe/ProbeRequest.h"

namespace ferry::backend {

QString ProbeRequest::target() const
{
    const QString host = address.family() == Address::Family::IPv6 ? QStringLiteral("[%1]").arg(address.toString())
                                                                   : address.toString();
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

ProbeRequest probeRequestFor(const RuleSet &ruleSet, const PublishingRule &rule)
{
    ProbeRequest request;
    request.rule = rule.id;
    request.address = rule.listener.address;
    request.port = listenerPort(ruleSet, rule);
    if (const FtpSite *site = publishedSite(ruleSet, rule))
        request.tls = site->tls;
    if (isFilterOn(ruleSet, rule)) {
        request.mayRead = allows(rule.filter.commands, QStringLiteral("RETR"));
        request.mayUsePassive = rule.filter.dataModes.passive;
    }
    return request;
}

} // namespace ferry::backend
