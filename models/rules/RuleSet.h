#pragma once

#include "models/rules/FtpService.h"
#include "models/rules/Gateway.h"
#include "models/rules/ProtocolDefinition.h"
#include "models/rules/PublishingRule.h"
#include "models/rules/Table.h"

namespace ferry {

/// The document: everything one file holds. Order of `rules` is evaluation order: the first
/// enabled rule that matches listener and source network wins. Copies are cheap (implicitly shared).
struct RuleSet {
    int revision = 0;  ///< grows by one with every save
    Table<ProtocolDefinition> protocols{builtInProtocols()};
    Table<Gateway> gateways;
    Table<FtpService> ftpServices;
    Table<PublishingRule> rules;

    bool operator==(const RuleSet &) const = default;
};

/// The port on which `rule` accepts control connections: its listener's, or else its protocol's; 0 if neither is known.
[[nodiscard]] quint16 listenerPort(const RuleSet &ruleSet, const PublishingRule &rule);

/// True if the FTP filter inspects the rule's control channel: bound by the protocol and switched on by the rule.
[[nodiscard]] bool isFilterOn(const RuleSet &ruleSet, const PublishingRule &rule);

/// The managed site the rule publishes, or nullptr for a bare address or a dangling reference.
[[nodiscard]] const FtpSite *publishedSite(const RuleSet &ruleSet, const PublishingRule &rule);
[[nodiscard]] const FtpService *publishedService(const RuleSet &ruleSet, const PublishingRule &rule);

} // namespace ferry
