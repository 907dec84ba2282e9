#include "app/backend/probe/ProbeRequest.h"

namespace ferry::backend {

QString ProbeRequest::target() const
{
    const QString host =
        address.family() == Address::Family::IPv6 ? QStringLiteral("[%1]").arg(address.toString()) : address.toString();
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

ProbeRequest probeRequestFor(const PublishedRule &rule)
{
    ProbeRequest request;
    request.rule = rule.id;
    request.address = rule.listenAddress;
    request.port = rule.listenPort;
    request.tls = rule.serverTls;
    if (rule.filterOn) {
        request.mayRead = allows(rule.filter.commands, QStringLiteral("RETR"));
        request.mayStore = allows(rule.filter.commands, QStringLiteral("STOR"))
            && allows(rule.filter.commands, QStringLiteral("DELE"));
        request.mayUsePassive = rule.filter.dataModes.passive;
    }
    return request;
}

} // namespace ferry::backend
