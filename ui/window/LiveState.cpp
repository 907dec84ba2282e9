#include "ui/window/LiveState.h"

#include <algorithm>

namespace ferry::ui {

void LiveState::setNodes(const QList<NodeView> &nodes)
{
    if (m_nodes == nodes)
        return;
    m_nodes = nodes;
    Q_EMIT nodesChanged();
}

const NodeView *LiveState::nodeOf(const QString &agent) const
{
    const auto found = std::ranges::find(m_nodes, agent, &NodeView::agent);
    return found == m_nodes.cend() ? nullptr : &*found;
}

std::optional<ServiceStatus> LiveState::serviceStatus(const ServiceId &service) const
{
    for (const NodeView &node : m_nodes) {
        if (!node.status)
            continue;
        for (const ServiceStatus &status : node.status->services) {
            if (status.id == service)
                return status;
        }
    }
    return std::nullopt;
}

std::optional<GatewayStatus> LiveState::gatewayStatus(const GatewayId &gateway) const
{
    for (const NodeView &node : m_nodes) {
        if (!node.status)
            continue;
        for (const GatewayStatus &status : node.status->gateways) {
            if (status.id == gateway)
                return status;
        }
    }
    return std::nullopt;
}

void LiveState::setRuleStates(const QHash<RuleId, RuleState> &states)
{
    if (m_ruleStates == states)
        return;
    m_ruleStates = states;
    Q_EMIT ruleStatesChanged();
}

void LiveState::setUnapplied(const QStringList &changes)
{
    if (m_unapplied == changes)
        return;
    m_unapplied = changes;
    Q_EMIT unappliedChanged();
}

void LiveState::setSessions(const QList<SessionInfo> &sessions)
{
    if (m_sessions == sessions)
        return;
    m_sessions = sessions;
    Q_EMIT sessionsChanged();
}

void LiveState::setHistory(const QList<HistoryEntry> &history)
{
    if (m_history == history)
        return;
    m_history = history;
    Q_EMIT historyChanged();
}

void LiveState::setRestarting(const ServiceId &service, bool restarting)
{
    if (isRestarting(service) == restarting)
        return;
    if (restarting)
        m_restarting.append(service);
    else
        m_restarting.removeAll(service);
    Q_EMIT nodesChanged();
}

} // namespace ferry::ui
