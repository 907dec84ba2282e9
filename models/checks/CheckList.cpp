#include "models/checks/CheckList.h"

namespace ferry {
namespace {

using RuleCheck = void (*)(const RuleContext &, FindingSink &);
using ServiceCheck = void (*)(const ServiceContext &, FindingSink &);
using GatewayCheck = void (*)(const GatewayContext &, FindingSink &);

constexpr RuleCheck ruleChecks[] = {
    checkAuthTlsDenied,
    checkImplicitTlsInspected,
    checkPassiveRangeMissing,
    checkRangeNotPublished,
    checkExternalAddress,
    checkRangeTooSmall,
    checkListenerAddress,
    checkCommandPolicy,
    checkDataConnections,
    checkRuleShadowed,
    checkRangesCollide,
    checkListenerInRange,
    checkTerminationCertificate,
    checkEngineCapabilities,
    checkNoGateway,
};

constexpr ServiceCheck serviceChecks[] = {
    checkRangePlace,
    checkServiceRangesCollide,
    checkRestartNeeded,
    checkServiceReferences,
};

constexpr GatewayCheck gatewayChecks[] = {
    checkCertificateExpiry,
};

void checkRule(const CheckContext &context, const PublishingRule &rule, FindingSink &sink)
{
    const RuleContext ruleContext(context, rule);
    checkRuleReferences(ruleContext, sink);
    if (!rule.enabled)
        return;
    for (const RuleCheck check : ruleChecks)
        check(ruleContext, sink);
}

} // namespace

void checkSubject(const CheckContext &context, const Subject &subject, FindingSink &sink)
{
    switch (subject.kind) {
    case ObjectKind::Rule:
        if (const PublishingRule *rule = context.ruleSet.rules.find(RuleId::fromTrusted(subject.id)))
            checkRule(context, *rule, sink);
        break;
    case ObjectKind::FtpService:
        if (const FtpService *service = context.ruleSet.ftpServices.find(ServiceId::fromTrusted(subject.id))) {
            for (const ServiceCheck check : serviceChecks)
                check({context, *service}, sink);
        }
        break;
    case ObjectKind::Gateway:
        if (const Gateway *gateway = context.ruleSet.gateways.find(GatewayId::fromTrusted(subject.id))) {
            for (const GatewayCheck check : gatewayChecks)
                check({context, *gateway}, sink);
        }
        break;
    case ObjectKind::Protocol:
        break;
    }
}

} // namespace ferry
