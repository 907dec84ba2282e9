#include "models/tables/TableText.h"

#include "models/plan/Words.h"

namespace ferry {

QString noValue()
{
    return QStringLiteral("\u2013");
}

QString listenerText(const RuleSet &ruleSet, const PublishingRule &rule)
{
    return endpointText(rule.listener.address, listenerPort(ruleSet, rule));
}

QString serverText(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (const auto *bare = std::get_if<BareServer>(&rule.server))
        return endpointText(bare->address, bare->port);
    const auto &site = std::get<ServiceSite>(rule.server);
    const FtpService *service = ruleSet.ftpServices.find(site.service);
    if (!service)
        return site.service.text();
    return service->sites.size() == 1 ? service->name : QStringLiteral("%1 / %2").arg(service->name, site.site);
}

QString tlsModeText(TlsMode mode)
{
    switch (mode) {
    case TlsMode::None:
        return TableText::tr("none");
    case TlsMode::Explicit:
        return TableText::tr("explicit");
    case TlsMode::Implicit:
        return TableText::tr("implicit");
    }
    return {};
}

QString passiveRangeText(const std::optional<PortRange> &ports)
{
    return ports ? ports->toDisplay() : noValue();
}

QString connectionsText(const QList<ProtocolConnection> &connections)
{
    QStringList parts;
    for (const ProtocolConnection &connection : connections) {
        parts << (connection.direction == Direction::Inbound
                ? connection.ports.toDisplay()
                : TableText::tr("%1 outbound").arg(connection.ports.toDisplay()));
    }
    return parts.isEmpty() ? noValue() : parts.join(QStringLiteral(", "));
}

} // namespace ferry
