#pragma once

#include "models/base/Result.h"
#include "models/rules/RuleSet.h"

#include <QStringList>

namespace ferry {

/// The rules that refer to an object, in evaluation order.
[[nodiscard]] QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ProtocolId &protocol);
[[nodiscard]] QList<RuleId> rulesUsing(const RuleSet &ruleSet, const GatewayId &gateway);
[[nodiscard]] QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ServiceId &service);
[[nodiscard]] QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ServiceId &service, const QString &site);

/// The names of everything that refers to the object: what has to be said before it can be removed.
[[nodiscard]] QStringList usersOf(const RuleSet &ruleSet, const ProtocolDefinition &protocol);
[[nodiscard]] QStringList usersOf(const RuleSet &ruleSet, const Gateway &gateway);
[[nodiscard]] QStringList usersOf(const RuleSet &ruleSet, const FtpService &service);
[[nodiscard]] QStringList usersOf(const RuleSet &ruleSet, const PublishingRule &rule);

/// "Partner upload, Public mirror and 3 more".
[[nodiscard]] QString namedShortly(const QStringList &names);

} // namespace ferry
