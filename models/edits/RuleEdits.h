#pragma once

#include "models/edits/Edit.h"

namespace ferry {

// Edits of a publishing rule. None of these functions fails; what cannot be done is said by `Edit::apply`.

[[nodiscard]] EditPtr renameRule(const RuleId &rule, const QString &name);
[[nodiscard]] EditPtr setRuleDescription(const RuleId &rule, const QString &description);
[[nodiscard]] EditPtr setRuleEnabled(const RuleId &rule, bool enabled);
[[nodiscard]] EditPtr setRuleProtocol(const RuleId &rule, const ProtocolId &protocol);
[[nodiscard]] EditPtr setRuleGateways(const RuleId &rule, const QList<GatewayId> &gateways);
[[nodiscard]] EditPtr setListener(const RuleId &rule, const Listener &listener);
[[nodiscard]] EditPtr setPublishedServer(const RuleId &rule, const PublishedServer &server);
[[nodiscard]] EditPtr setSourceNetworks(const RuleId &rule, const QList<Network> &from);
[[nodiscard]] EditPtr setRuleLog(const RuleId &rule, bool log);
[[nodiscard]] EditPtr setRuleReason(const RuleId &rule, const QString &reason);
/// Everything a rule dialog edits at once; `rule.id` names the rule that becomes `rule`.
[[nodiscard]] EditPtr replaceRule(const PublishingRule &rule);

/// `row` -1: at the end.
[[nodiscard]] EditPtr insertRule(const PublishingRule &rule, qsizetype row = -1);
[[nodiscard]] EditPtr removeRules(const QList<RuleId> &rules);
/// A disabled copy right behind the rule, under a new name and id.
[[nodiscard]] EditPtr duplicateRule(const RuleId &rule);

} // namespace ferry
