#pragma once

#include "models/plan/NodeConfig.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace ferry {

/// How a rule stands between the rule set and the nodes.
enum class RuleState {
    Applied,  ///< runs as the rule set has it; a disabled rule: does not run
    Pending,  ///< runs, and goes back by itself unless confirmed
    Unknown,  ///< a node could not be asked
    Draft,    ///< the rule set has something that does not run
    Drifted,  ///< native files of a node it runs on were edited by hand
};

/// What is known of one node; made from its Observation and NodeStatus.
struct RunningNode {
    QString agent;                     ///< "host:port"
    std::optional<NodeConfig> config;  ///< nothing: the node could not be asked
    bool isUnconfirmed = false;        ///< a transaction is committed and not confirmed
    QStringList driftedPaths;          ///< native files edited by hand

    bool operator==(const RunningNode &) const = default;
};

/// The state of every rule of the rule set over all nodes it needs: its gateways and the FTP service it publishes.
/// Where nodes differ, the last of RuleState's values counts. A gateway or FTP service without an agent,
/// or one whose agent is not among `nodes`, is unknown.
[[nodiscard]] QHash<RuleId, RuleState> ruleStates(const RuleSet &ruleSet, const QList<RunningNode> &nodes);

/// "Draft", "Applied", ...
[[nodiscard]] QString ruleStateText(RuleState state);

} // namespace ferry
