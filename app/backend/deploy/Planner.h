#pragma once

#include "app/backend/agents/AgentChannel.h"
#include "app/backend/deploy/Plan.h"

#include <functional>
#include <memory>

namespace ferry::backend {

/// Compares what is wanted with what runs, on all nodes at once. Changes nothing.
class Planner : public QObject {
    Q_OBJECT
public:
    enum class Depth {
        Words,   ///< differences in words; any role may ask
        Native,  ///< and what the native files would become, and whom a restart cuts off: staged and dropped again
    };

    explicit Planner(AgentDirectory &agents, QObject *parent = nullptr);

    /// `done` comes once, later, with a node for each of `desired`; a node that cannot be asked says so in its
    /// `problem`.
    void plan(const QList<NodeConfig> &desired, Depth depth, QObject *context, std::function<void(const Plan &)> done);

private:
    struct Run;

    void observe(const std::shared_ptr<Run> &run, qsizetype index);
    void stage(const std::shared_ptr<Run> &run, qsizetype index, AgentChannel *channel);
    void finishOne(const std::shared_ptr<Run> &run);

    AgentDirectory &m_agents;
};

/// A random name for a transaction, the same on every node of one Apply.
[[nodiscard]] QString newTransactionId();

} // namespace ferry::backend
