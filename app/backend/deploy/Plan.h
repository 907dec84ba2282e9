#pragma once

#include "models/plan/NodePlan.h"

namespace ferry::backend {

/// What an Apply of a rule set would do, everywhere.
struct Plan {
    QList<NodePlan> nodes;         ///< one for every agent the rule set names, ordered by agent
    QList<PublishedRule> touched;  ///< rules that change, or whose server restarts: what is worth testing afterwards

    [[nodiscard]] bool hasChanges() const;
    /// True if every node could be asked and refused nothing.
    [[nodiscard]] bool isComplete() const;
    /// Why not, node by node.
    [[nodiscard]] QStringList problems() const;
    /// The changes in words, for the audit log: "rule partner-upload: Filter off".
    [[nodiscard]] QStringList changesInWords() const;
};

/// The rules of `desired` that clients will meet in another way than in `running`: they differ themselves, or the
/// FTP service behind them is among `changedServices`.
[[nodiscard]] QList<PublishedRule> touchedRules(
    const NodeConfig &running, const NodeConfig &desired, const QList<ServiceConfig> &changedServices);
/// The services of `desired` that differ from what runs.
[[nodiscard]] QList<ServiceConfig> changedServices(const NodeConfig &running, const NodeConfig &desired);

} // namespace ferry::backend
