#pragma once

#include "models/checks/CheckFacts.h"
#include "models/plan/RuleState.h"
#include "models/wire/NodeStatus.h"

namespace ferry::console {

/// What is known of one agent.
struct KnownNode {
    std::optional<NodeStatus> status;
    std::optional<Observation> observed;

    bool operator==(const KnownNode &) const = default;
};

/// By agent, "host:port".
using KnownNodes = QMap<QString, KnownNode>;

/// How the rule set stands against what runs.
struct Comparison {
    QHash<RuleId, RuleState> states;
    QStringList unapplied;   ///< the changes that wait, in words; nodes that are not known are passed over
    bool isApplied = false;  ///< every node is known and runs exactly what the rule set says

    [[nodiscard]] static Comparison of(const RuleSet &ruleSet, const KnownNodes &nodes);
};

/// `facts` with what the nodes say about their FTP services.
[[nodiscard]] CheckFacts factsFrom(CheckFacts facts, const KnownNodes &nodes);

/// One Apply is the same transaction on several nodes, and several lines of each audit log: one record for each, with
/// its last outcome, newest first.
[[nodiscard]] QList<ApplyRecord> mergedHistory(const QList<ApplyRecord> &records);

} // namespace ferry::console
