#include "models/edits/PublishServer.h"

#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/edits/UniqueName.h"

namespace ferry {

EditPtr publishServer(const Publication &publication)
{
    return std::make_unique<CompoundEdit>(EditText::tr("publish %1").arg(publication.rule.name),
        [publication](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            CompoundEdit::Parts parts;
            if (const auto &gateway = publication.gateway)
                parts.push_back(
                    ruleSet.gateways.contains(gateway->id) ? replaceGateway(*gateway) : insertGateway(*gateway));
            if (const auto &service = publication.service)
                parts.push_back(
                    ruleSet.ftpServices.contains(service->id) ? replaceService(*service) : insertService(*service));
            if (const auto &protocol = publication.protocol) {
                parts.push_back(
                    ruleSet.protocols.contains(protocol->id) ? replaceProtocol(*protocol) : insertProtocol(*protocol));
            }
            PublishingRule rule = publication.rule;
            if (rule.id.isNull())
                rule.id = uniqueId(ruleSet.rules, rule.name, u"rule");
            parts.push_back(insertRule(rule, publication.row));
            return parts;
        });
}

} // namespace ferry
