#pragma once

#include "app/backend/agents/AgentChannel.h"
#include "models/base/Clock.h"
#include "models/plan/ApplyProgress.h"
#include "models/plan/NodePlan.h"

#include <functional>
#include <vector>

namespace ferry::backend {

/// One transaction over several nodes. The stages are called one after the other by the Deployer; each tells once how
/// it ended. Steps say what every node is doing.
class Rollout : public QObject {
    Q_OBJECT
public:
    struct Request {
        QList<NodePlan> nodes;  ///< those with changes
        QString why;
        QStringList what;
        std::chrono::seconds confirmWithin{60};
    };
    /// Nothing on success. On failure the first one's reason; its subject is the node.
    using Done = std::function<void(const std::optional<RpcFailure> &)>;

    Rollout(Request request, AgentDirectory &agents, const Clock &clock, QObject *parent);

    /// Stages the configuration everywhere. The first node goes alone: it decides between two consoles that start at
    /// the same time. After a refusal nothing is staged anywhere.
    void prepare(Done done);
    /// FTP services before gateways: a gateway never publishes a range that the server does not use yet.
    /// After a failure all nodes are rolled back.
    void commit(Done done);
    /// Tries again until the deadline: a node that does not hear of it goes back by itself.
    void confirm(Done done);
    void rollback(const QString &why, Done done);

    [[nodiscard]] const QString &transaction() const { return m_transaction; }
    [[nodiscard]] QList<ApplyStep> steps() const { return m_steps; }
    /// On the monotonic clock: when the first node goes back by itself. Nothing before a commit.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const { return m_deadline; }

Q_SIGNALS:
    void stepsChanged();

private:
    enum class Stage { Untouched, Prepared, Committed, Confirmed };
    struct Node {
        NodePlan plan;
        AgentChannel *channel = nullptr;
        Stage stage = Stage::Untouched;
        bool hasServices = false;
        qsizetype prepareStep = 0; ///< rows of m_steps
        qsizetype commitStep = 0;
    };
    using NodeStep = std::function<void(Node &, Done)>;

    void forEach(const QList<qsizetype> &nodes, const NodeStep &step, const Done &done);
    void prepareNode(Node &node, const Done &done);
    void commitNode(Node &node, const Done &done);
    void confirmNode(Node &node, const Done &done);
    void confirmAgain(Node &node, const RpcFailure &failure, const Done &done);
    void rollbackNode(Node &node, const QString &why, const Done &done);
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_nodes.size()); }
    [[nodiscard]] Node &nodeAt(qsizetype index) { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] const Node &nodeAt(qsizetype index) const { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] QList<qsizetype> nodesWith(bool services) const;
    [[nodiscard]] QList<qsizetype> allNodes() const;
    void setStep(qsizetype row, StepState state, const QString &detail);
    [[nodiscard]] TransactionRequest named(const QString &why = {}) const { return {m_transaction, why}; }

    Request m_request;
    const Clock &m_clock;
    QString m_transaction;
    std::vector<Node> m_nodes;
    QList<ApplyStep> m_steps; ///< prepare of every node, then commit of every node
    std::optional<std::chrono::milliseconds> m_deadline;
};

} // namespace ferry::backend
