#pragma once

#include "models/plan/RuleState.h"
#include "models/wire/NodeStatus.h"

#include <QObject>
#include <QStringList>

#include <chrono>

namespace ferry::ui {

/// How one agent answers.
struct NodeView {
    enum class Link { Connecting, Connected, Lost };

    QString agent;  ///< "host:port"
    QString name;   ///< for people
    Link link = Link::Connecting;
    std::chrono::milliseconds latency{0};
    std::optional<NodeStatus> status;  ///< the last one heard
    QString problem;                   ///< why the link is lost, in sentences

    bool operator==(const NodeView &) const = default;
};

/// One Apply as a node remembers it.
struct HistoryEntry {
    QString node;
    ApplyRecord record;

    bool operator==(const HistoryEntry &) const = default;
};

/// What is true outside the window: nodes, rule states, sessions. app/console writes it, window and pages show it.
class LiveState final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const QList<NodeView> &nodes() const { return m_nodes; }
    void setNodes(const QList<NodeView> &nodes);
    /// The node behind an agent's address, or nullptr.
    [[nodiscard]] const NodeView *nodeOf(const QString &agent) const;
    /// What its agent says about a service or gateway; nothing where it was not heard.
    [[nodiscard]] std::optional<ServiceStatus> serviceStatus(const ServiceId &service) const;
    [[nodiscard]] std::optional<GatewayStatus> gatewayStatus(const GatewayId &gateway) const;

    [[nodiscard]] const QHash<RuleId, RuleState> &ruleStates() const { return m_ruleStates; }
    void setRuleStates(const QHash<RuleId, RuleState> &states);

    /// The changes that wait to be applied, in words.
    [[nodiscard]] const QStringList &unapplied() const { return m_unapplied; }
    void setUnapplied(const QStringList &changes);

    [[nodiscard]] const QList<SessionInfo> &sessions() const { return m_sessions; }
    void setSessions(const QList<SessionInfo> &sessions);

    [[nodiscard]] const QList<HistoryEntry> &history() const { return m_history; }
    void setHistory(const QList<HistoryEntry> &history);

    /// Services that are being restarted now.
    [[nodiscard]] bool isRestarting(const ServiceId &service) const { return m_restarting.contains(service); }
    void setRestarting(const ServiceId &service, bool restarting);

Q_SIGNALS:
    void nodesChanged();
    void ruleStatesChanged();
    void unappliedChanged();
    void sessionsChanged();
    void historyChanged();

private:
    QList<NodeView> m_nodes;
    QHash<RuleId, RuleState> m_ruleStates;
    QStringList m_unapplied;
    QList<SessionInfo> m_sessions;
    QList<HistoryEntry> m_history;
    QList<ServiceId> m_restarting;
};

} // namespace ferry::ui
