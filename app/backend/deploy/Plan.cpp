#include "app/backend/deploy/Plan.h"

#include <algorithm>

namespace ferry::backend {
namespace {

const GatewayConfig *findGateway(const NodeConfig &config, const GatewayId &id)
{
    const auto found = std::find_if(config.gateways.cbegin(), config.gateways.cend(),
        [&](const GatewayConfig &gateway) { return gateway.id == id; });
    return found == config.gateways.cend() ? nullptr : &*found;
}

bool isServedBy(const PublishedRule &rule, const ServiceConfig &service)
{
    return std::any_of(service.sites.cbegin(), service.sites.cend(), [&](const ServiceConfig::Site &site) {
        return site.address == rule.serverAddress && site.port == rule.serverPort;
    });
}

} // namespace

bool Plan::hasChanges() const
{
    return std::any_of(nodes.cbegin(), nodes.cend(), [](const NodePlan &node) { return !node.changes.isEmpty(); });
}

bool Plan::isComplete() const
{
    return std::all_of(nodes.cbegin(), nodes.cend(), [](const NodePlan &node) { return node.problem.isEmpty(); });
}

QStringList Plan::problems() const
{
    QStringList problems;
    for (const NodePlan &node : nodes) {
        if (!node.problem.isEmpty())
            problems.append(QStringLiteral("%1: %2").arg(node.node, node.problem));
    }
    return problems;
}

QStringList Plan::changesInWords() const
{
    QStringList words;
    for (const NodePlan &node : nodes) {
        for (const PlannedChange &change : node.changes)
            words.append(QStringLiteral("%1: %2").arg(change.subject, change.text));
    }
    return words;
}

QList<ServiceConfig> changedServices(const NodeConfig &running, const NodeConfig &desired)
{
    QList<ServiceConfig> changed;
    for (const ServiceConfig &service : desired.services) {
        if (!running.services.contains(service))
            changed.append(service);
    }
    return changed;
}

QList<PublishedRule> touchedRules(
    const NodeConfig &running, const NodeConfig &desired, const QList<ServiceConfig> &services)
{
    QList<PublishedRule> touched;
    for (const GatewayConfig &gateway : desired.gateways) {
        const GatewayConfig *before = findGateway(running, gateway.id);
        for (const PublishedRule &rule : gateway.rules) {
            const bool isServerChanged = std::any_of(services.cbegin(), services.cend(),
                [&](const ServiceConfig &service) { return isServedBy(rule, service); });
            if (isServerChanged || !before || !before->rules.contains(rule))
                touched.append(rule);
        }
    }
    return touched;
}

} // namespace ferry::backend
