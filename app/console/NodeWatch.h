#pragma once

#include "app/backend/agents/AgentChannel.h"
#include "app/console/Comparison.h"
#include "app/console/LogFeed.h"
#include "models/base/Clock.h"
#include "models/tables/NodeStatuses.h"

#include <QTimer>

namespace ferry {
class Document;
class LiveFindings;
} // namespace ferry

namespace ferry::ui {
class LiveState;
}

namespace ferry::console {

/// Keeps an ear on every agent that the rule set names, and tells the live state and the checks what is true there:
/// status, running configuration, sessions, log, history.
class NodeWatch final : public QObject {
    Q_OBJECT
public:
    NodeWatch(backend::AgentDirectory &agents, Document &document, LiveFindings &findings, ui::LiveState &live,
        const Clock &clock, QObject *parent = nullptr);

    /// Asks every node again now.
    void refresh();
    /// The generation that each node of the rule set runs, by agent; nothing while one of them is not known.
    [[nodiscard]] std::optional<QMap<QString, QString>> runningGenerations() const;
    /// True if the nodes run exactly what the rule set says.
    [[nodiscard]] bool isApplied() const { return m_isApplied; }

Q_SIGNALS:
    /// What the nodes run, or what the rule set wants of them, is known anew.
    void compared();

private:
    struct Node {
        backend::AgentChannel *channel = nullptr;
        NodeView view;
        std::optional<Observation> observed;
        QList<SessionInfo> sessions;
        QList<ApplyRecord> applies;
        bool isAsking = false;
    };

    struct Compared {
        RuleSet ruleSet;
        KnownNodes nodes;

        bool operator==(const Compared &) const = default;
    };

    void followAgents();
    void listenTo(const QString &agent);
    void onStateChanged(const QString &agent);
    void askStatus(const QString &agent);
    void askObservation(const QString &agent);
    void askSessions(const QString &agent);
    void askHistory(const QString &agent);
    void askLog(const QString &agent);
    void takeStatus(const QString &agent, const NodeStatus &status, std::chrono::milliseconds took);
    void takeProblem(const QString &agent, const Error &error);
    void tellStatuses();
    void tellSessions();
    void tellHistory();
    [[nodiscard]] KnownNodes knownNodes() const;
    void compare();
    void takeComparison(const Compared &subject, const Comparison &comparison);

    backend::AgentDirectory &m_agents;
    Document &m_document;
    LiveFindings &m_findings;
    ui::LiveState &m_live;
    const Clock &m_clock;
    QMap<QString, Node> m_nodes;
    LogFeed m_log;
    QTimer m_poll;
    QTimer m_compare;
    std::optional<Compared> m_compared; ///< what the live state tells of
    bool m_isComparing = false;
    bool m_isApplied = false;
};

} // namespace ferry::console
