#pragma once

#include "models/checks/CheckContext.h"
#include "models/checks/FindingSink.h"

namespace ferry {

// One check a file. A new one is its file, its line here, its line in CheckList.cpp and its words in the catalogue.

void checkAuthTlsDenied(const RuleContext &context, FindingSink &sink);
void checkPassiveRangeMissing(const RuleContext &context, FindingSink &sink);
void checkRangeNotPublished(const RuleContext &context, FindingSink &sink);
void checkExternalAddress(const RuleContext &context, FindingSink &sink);
void checkRangeTooSmall(const RuleContext &context, FindingSink &sink);
void checkListenerAddress(const RuleContext &context, FindingSink &sink);
void checkImplicitTlsInspected(const RuleContext &context, FindingSink &sink);
void checkCommandPolicy(const RuleContext &context, FindingSink &sink);
void checkDataConnections(const RuleContext &context, FindingSink &sink);
void checkRuleShadowed(const RuleContext &context, FindingSink &sink);
void checkRangesCollide(const RuleContext &context, FindingSink &sink);
void checkListenerInRange(const RuleContext &context, FindingSink &sink);
void checkTerminationCertificate(const RuleContext &context, FindingSink &sink);
void checkEngineCapabilities(const RuleContext &context, FindingSink &sink);
void checkNoGateway(const RuleContext &context, FindingSink &sink);

/// Also of rules that are disabled: a reference to nothing is never right.
void checkRuleReferences(const RuleContext &context, FindingSink &sink);

void checkRangePlace(const ServiceContext &context, FindingSink &sink);
void checkServiceRangesCollide(const ServiceContext &context, FindingSink &sink);
void checkRestartNeeded(const ServiceContext &context, FindingSink &sink);
void checkServiceReferences(const ServiceContext &context, FindingSink &sink);

void checkCertificateExpiry(const GatewayContext &context, FindingSink &sink);

/// All checks of the subject, which may be gone: then nothing is found.
void checkSubject(const CheckContext &context, const Subject &subject, FindingSink &sink);

} // namespace ferry
