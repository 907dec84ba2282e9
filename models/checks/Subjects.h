#pragma once

#include "models/checks/FindingKey.h"
#include "models/rules/RuleSet.h"

namespace ferry {

[[nodiscard]] inline Subject subjectOf(const RuleId &rule)
{
    return {ObjectKind::Rule, rule.text()};
}

[[nodiscard]] inline Subject subjectOf(const ServiceId &service)
{
    return {ObjectKind::FtpService, service.text()};
}

[[nodiscard]] inline Subject subjectOf(const GatewayId &gateway)
{
    return {ObjectKind::Gateway, gateway.text()};
}

/// Everything that is checked: gateways, FTP services, rules in order of evaluation.
[[nodiscard]] QList<Subject> everySubject(const RuleSet &ruleSet);
/// Sorts subjects in the same order.
[[nodiscard]] std::pair<int, qsizetype> placeOf(const RuleSet &ruleSet, const Subject &subject);

} // namespace ferry
