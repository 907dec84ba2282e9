#include "models/plan/RuleState.h"

#include "models/plan/RuleOrder.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

struct RuleStates {
    Q_DECLARE_TR_FUNCTIONS(RuleStates)
};

/// Pointers into configurations that outlive it.
struct GatewayView {
    QHash<RuleId, const PublishedRule *> running;
    QHash<RuleId, const PublishedRule *> desired;
    QSet<RuleId> moved;
    RuleState otherwise = RuleState::Unknown;  ///< the state of a rule that runs as desired
};

struct ServiceView {
    std::optional<ServiceConfig> running;
    std::optional<ServiceConfig> desired;
    RuleState otherwise = RuleState::Unknown;
};

QHash<RuleId, const PublishedRule *> rulesById(const QList<PublishedRule> &rules)
{
    QHash<RuleId, const PublishedRule *> byId;
    for (const PublishedRule &rule : rules)
        byId.insert(rule.id, &rule);
    return byId;
}

RuleState settledState(const RunningNode &node, bool isDrifted)
{
    if (!node.config)
        return RuleState::Unknown;
    if (isDrifted)
        return RuleState::Drifted;
    return node.isUnconfirmed ? RuleState::Pending : RuleState::Applied;
}

// A service's own file drifts for the rules that publish it; any other native file belongs to the gateways of its node.
bool isGatewayDrifted(const RunningNode &node)
{
    return node.config && std::any_of(node.driftedPaths.cbegin(), node.driftedPaths.cend(), [&](const QString &path) {
        return std::none_of(node.config->services.cbegin(), node.config->services.cend(),
            [&](const ServiceConfig &service) { return service.configPath == path; });
    });
}

class Views {
public:
    Views(const QList<NodeConfig> &desired, const QList<RunningNode> &nodes)
    {
        for (const NodeConfig &node : desired) {
            for (const GatewayConfig &gateway : node.gateways)
                m_gateways[gateway.id].desired = rulesById(gateway.rules);
            for (const ServiceConfig &service : node.services)
                m_services[service.id].desired = service;
        }
        for (const NodeConfig &wanted : desired) {
            const auto node = std::find_if(nodes.cbegin(), nodes.cend(),
                [&](const RunningNode &candidate) { return candidate.agent == wanted.agent; });
            if (node != nodes.cend() && node->config)
                readNode(*node, wanted);
        }
    }

    [[nodiscard]] RuleState stateOf(const RuleSet &ruleSet, const PublishingRule &rule) const
    {
        const bool isNowhere = rule.gateways.isEmpty() && rule.enabled;
        RuleState state = isNowhere || m_leftOver.contains(rule.id) ? RuleState::Draft : RuleState::Applied;
        bool runs = false;
        for (const GatewayId &id : rule.gateways) {
            const auto view = m_gateways.constFind(id);
            state = std::max(state, view == m_gateways.cend() ? RuleState::Unknown : onGateway(*view, rule));
            runs = runs || (view != m_gateways.cend() && view->desired.contains(rule.id));
        }
        if (const FtpService *service = publishedService(ruleSet, rule); service && runs)
            state = std::max(state, onService(service->id, std::get<ServiceSite>(rule.server).site));
        return state;
    }

private:
    void readNode(const RunningNode &node, const NodeConfig &wanted)
    {
        for (const GatewayConfig &gateway : wanted.gateways) {
            GatewayView &view = m_gateways[gateway.id];
            view.otherwise = settledState(node, isGatewayDrifted(node));
            for (const GatewayConfig &running : node.config->gateways) {
                if (running.id != gateway.id)
                    continue;
                view.running = rulesById(running.rules);
                view.moved = movedRules(ruleIds(running.rules), ruleIds(gateway.rules));
                for (const PublishedRule &rule : running.rules) {
                    if (!view.desired.contains(rule.id))
                        m_leftOver.insert(rule.id);
                }
            }
        }
        for (const ServiceConfig &service : wanted.services) {
            ServiceView &view = m_services[service.id];
            view.otherwise = settledState(node, node.driftedPaths.contains(service.configPath));
            for (const ServiceConfig &running : node.config->services) {
                if (running.id == service.id)
                    view.running = running;
            }
        }
    }

    [[nodiscard]] static RuleState onGateway(const GatewayView &view, const PublishingRule &rule)
    {
        if (view.otherwise == RuleState::Unknown)
            return RuleState::Unknown;
        const PublishedRule *running = view.running.value(rule.id);
        const PublishedRule *desired = view.desired.value(rule.id);
        if (!running && !desired) // disabled, or kept out by a dangling reference
            return rule.enabled ? RuleState::Draft : RuleState::Applied;
        if (!running || !desired || *running != *desired || view.moved.contains(rule.id))
            return std::max(RuleState::Draft, view.otherwise);
        return view.otherwise;
    }

    [[nodiscard]] RuleState onService(const ServiceId &id, const QString &site) const
    {
        const auto view = m_services.constFind(id);
        if (view == m_services.cend() || view->otherwise == RuleState::Unknown)
            return RuleState::Unknown;
        if (!view->running || withSite(*view->running, site) != withSite(*view->desired, site))
            return std::max(RuleState::Draft, view->otherwise);
        return view->otherwise;
    }

    // Other sites of the same server are other rules' business.
    [[nodiscard]] static ServiceConfig withSite(ServiceConfig service, const QString &site)
    {
        service.sites.removeIf([&](const ServiceConfig::Site &candidate) { return candidate.name != site; });
        return service;
    }

    QHash<GatewayId, GatewayView> m_gateways;
    QHash<ServiceId, ServiceView> m_services;
    QSet<RuleId> m_leftOver; ///< rules that run on a gateway where they are not wanted
};

} // namespace

QHash<RuleId, RuleState> ruleStates(const RuleSet &ruleSet, const QList<RunningNode> &nodes)
{
    const QList<NodeConfig> desired = nodeConfigs(ruleSet);
    const Views views(desired, nodes);
    QHash<RuleId, RuleState> states;
    states.reserve(ruleSet.rules.size());
    for (const PublishingRule &rule : ruleSet.rules)
        states.insert(rule.id, views.stateOf(ruleSet, rule));
    return states;
}

QString ruleStateText(RuleState state)
{
    switch (state) {
    case RuleState::Applied:
        return RuleStates::tr("Applied");
    case RuleState::Pending:
        return RuleStates::tr("Pending");
    case RuleState::Unknown:
        return RuleStates::tr("Unknown");
    case RuleState::Draft:
        return RuleStates::tr("Draft");
    case RuleState::Drifted:
        return RuleStates::tr("Drifted");
    }
    return {};
}

} // namespace ferry
