#include "models/checks/RangeEdits.h"

#include "models/checks/CheckText.h"
#include "models/edits/Acceptance.h"
#include "models/edits/CompoundEdit.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/edits/UniqueName.h"
#include "models/rules/TextLimits.h"

#include <algorithm>

namespace ferry {

bool isCovered(PortRange ports, QList<PortRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    int next = ports.low();
    for (const PortRange &range : std::as_const(ranges)) {
        if (range.low() <= next && range.high() >= next)
            next = range.high() + 1;
    }
    return next > ports.high();
}

EditPtr moveRange(const QString &name, const RuleId &rule, const ServiceId &service, PortRange ports)
{
    return std::make_unique<CompoundEdit>(
        name, [rule, service, ports](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            const PublishingRule *user = ruleSet.rules.find(rule);
            const ProtocolDefinition *original = user ? ruleSet.protocols.find(user->protocol) : nullptr;
            if (!original)
                return failure(notThere(rule.text()));
            const QString wanted =
                CheckText::tr("%1 (custom%2)").arg(original->name.left(TextLimits::name - 20), QStringLiteral("%1"));
            const QString copyName = uniqueName(ruleSet.protocols, wanted);
            ProtocolDefinition copy =
                customized(*original, uniqueId(ruleSet.protocols, copyName, u"protocol"), copyName);
            const quint16 control = controlPort(copy);
            copy.primary = {
                {Direction::Inbound, PortRange::fromTrusted(control, control)}, {Direction::Inbound, ports}};
            return editParts(setPassivePorts(service, ports), insertProtocol(copy), setRuleProtocol(rule, copy.id));
        });
}

} // namespace ferry
