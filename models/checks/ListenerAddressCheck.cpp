#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/RuleEdits.h"

namespace ferry {

void checkListenerAddress(const RuleContext &context, FindingSink &sink)
{
    const Address address = context.rule.listener.address;
    if (address.isUnspecified())
        return;
    for (const Gateway *gateway : context.gateways()) {
        // A gateway without addresses has not been asked for them yet.
        if (gateway->externalAddresses.isEmpty() || gateway->externalAddresses.contains(address))
            continue;
        sink.add(findingcode::listenerAddress, Severity::Warning, gateway->id.text(), [&] {
            Listener own = context.rule.listener;
            own.address = gateway->externalAddresses.first();
            const QList<Address> all = gateway->externalAddresses + QList<Address>{address};
            return FindingWords{QStringLiteral("listener.address"),
                CheckText::tr("%1 does not have the address %2").arg(gateway->name, address.toString()),
                CheckText::tr(
                    "A gateway can accept connections only on addresses it has. The external addresses of %1 do not "
                    "hold %2, so the rule cannot be applied there.")
                    .arg(gateway->name, address.toString()),
                {{CheckText::tr("Listen on %1").arg(own.address.toString()),
                     [id = context.rule.id, own](const RuleSet &) { return setListener(id, own); }},
                    {CheckText::tr("Add %1 to %2").arg(address.toString(), gateway->name),
                        [id = gateway->id, all](const RuleSet &) { return setExternalAddresses(id, all); }}}};
        });
    }
}

} // namespace ferry
