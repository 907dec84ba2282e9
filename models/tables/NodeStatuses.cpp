#include "models/tables/NodeStatuses.h"

#include "models/tables/TableText.h"

#include <algorithm>

namespace ferry {
namespace {

template <class Status, class Id>
const Status *findStatus(const QList<Status> &statuses, const Id &id)
{
    const auto found =
        std::find_if(statuses.cbegin(), statuses.cend(), [&](const Status &status) { return status.id == id; });
    return found == statuses.cend() ? nullptr : &*found;
}

const NodeView *findView(const NodeStatuses &statuses, const QString &agent)
{
    const auto view = statuses.constFind(agent);
    return view == statuses.cend() ? nullptr : &*view;
}

template <class Status>
Health health(const NodeStatuses &statuses, const QString &agent, const Status *status)
{
    const NodeView *view = findView(statuses, agent);
    if (!view || (!view->status && view->problem.isEmpty()))
        return Health::Unknown;
    if (!view->status)
        return Health::Unreachable;
    return status && status->running ? Health::Running : Health::Stopped;
}

} // namespace

const GatewayStatus *gatewayStatus(const NodeStatuses &statuses, const Gateway &gateway)
{
    const NodeView *view = findView(statuses, gateway.agent);
    return view && view->status ? findStatus(view->status->gateways, gateway.id) : nullptr;
}

const ServiceStatus *serviceStatus(const NodeStatuses &statuses, const FtpService &service)
{
    const NodeView *view = findView(statuses, service.agent);
    return view && view->status ? findStatus(view->status->services, service.id) : nullptr;
}

Health healthOf(const NodeStatuses &statuses, const Gateway &gateway)
{
    return health(statuses, gateway.agent, gatewayStatus(statuses, gateway));
}

Health healthOf(const NodeStatuses &statuses, const FtpService &service)
{
    return health(statuses, service.agent, serviceStatus(statuses, service));
}

QString healthText(Health health)
{
    switch (health) {
    case Health::Unknown:
        return TableText::tr("Unknown");
    case Health::Unreachable:
        return TableText::tr("Not reachable");
    case Health::Running:
        return TableText::tr("Running");
    case Health::Stopped:
        return TableText::tr("Stopped");
    }
    return {};
}

} // namespace ferry
