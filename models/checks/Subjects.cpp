#include "models/checks/Subjects.h"

namespace ferry {

QList<Subject> everySubject(const RuleSet &ruleSet)
{
    QList<Subject> subjects;
    for (const Gateway &gateway : ruleSet.gateways)
        subjects << subjectOf(gateway.id);
    for (const FtpService &service : ruleSet.ftpServices)
        subjects << subjectOf(service.id);
    for (const PublishingRule &rule : ruleSet.rules)
        subjects << subjectOf(rule.id);
    return subjects;
}

std::pair<int, qsizetype> placeOf(const RuleSet &ruleSet, const Subject &subject)
{
    switch (subject.kind) {
    case ObjectKind::Gateway:
        return {0, ruleSet.gateways.rowOf(GatewayId::fromTrusted(subject.id))};
    case ObjectKind::FtpService:
        return {1, ruleSet.ftpServices.rowOf(ServiceId::fromTrusted(subject.id))};
    case ObjectKind::Protocol:
        return {2, ruleSet.protocols.rowOf(ProtocolId::fromTrusted(subject.id))};
    case ObjectKind::Rule:
        break;
    }
    return {3, ruleSet.rules.rowOf(RuleId::fromTrusted(subject.id))};
}

} // namespace ferry
