#pragma once

#include "app/ctl/cli/Verb.h"
#include "app/ctl/cli/Workbench.h"

namespace ferry::ctl {

/// Reads a rule set file; says everything that is wrong with it. Nothing on failure.
[[nodiscard]] std::optional<RuleSet> readRuleSetFile(const Call &call, const QString &path);

/// --identity DIR.
void addIdentityOption(QCommandLineParser &parser);

/// The identity for the agents of a rule set file: --identity, else $FERRYGATE_IDENTITY, else a directory "identity"
/// beside the file (as in the lab), else the user's own. Says what is wrong; nothing on failure.
[[nodiscard]] std::unique_ptr<Workbench> openWorkbench(const Call &call, const QString &ruleSetPath);

/// Rule set and workbench at once, for verbs with FILE as their first argument, or as the one at `place`.
struct OpenedRuleSet {
    RuleSet ruleSet;
    std::unique_ptr<Workbench> bench;
};
[[nodiscard]] std::optional<OpenedRuleSet> openRuleSet(const Call &call, qsizetype place = 0);

/// The agent of the gateway with that id. Fails with NotFound where the rule set has none.
[[nodiscard]] Result<backend::AgentChannel *> channelOfGateway(const OpenedRuleSet &opened, const QString &gateway);

/// Fails with NotFound where the rule set has none of that id.
[[nodiscard]] Result<const FtpService *> serviceOf(const RuleSet &ruleSet, const QString &id);

/// The agents that the rule set names, in order, each once.
[[nodiscard]] QStringList agentsOf(const RuleSet &ruleSet);
[[nodiscard]] QStringList gatewayAgentsOf(const RuleSet &ruleSet);

} // namespace ferry::ctl
