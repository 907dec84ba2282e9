#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/RangeEdits.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"

namespace ferry {
namespace {

// A custom definition that differs from the rule's only in publishing the range; nullptr where there is none.
const ProtocolDefinition *readyMade(const RuleContext &context, PortRange ports)
{
    for (const ProtocolDefinition &candidate : context.ruleSet.protocols) {
        if (!candidate.builtIn && candidate.id != context.protocol->id && candidate.filter == context.protocol->filter
            && controlPort(candidate) == controlPort(*context.protocol)
            && relayPorts(candidate) == QList<PortRange>{ports})
            return &candidate;
    }
    return nullptr;
}

QList<QuickFix> fixes(const RuleContext &context, PortRange ports)
{
    const RuleId rule = context.rule.id;
    const ProtocolDefinition &protocol = *context.protocol;
    QList<QuickFix> list;
    if (const ProtocolDefinition *ready = readyMade(context, ports)) {
        list << QuickFix{CheckText::tr("Use %1").arg(ready->name),
            [rule, id = ready->id](const RuleSet &) { return setRuleProtocol(rule, id); }};
    }
    const QuickFix customize{CheckText::tr("Customize the protocol and publish %1").arg(ports.toDisplay()),
        [rule, ports](const RuleSet &) { return customizeProtocol(rule, {ports}); }};
    if (protocol.builtIn)
        return list << customize;

    const auto users = context.index.countOf(protocol.id);
    const QString label = users > 1 ? CheckText::tr("Publish %1 with %2 (%n rules)", nullptr, static_cast<int>(users))
                                          .arg(ports.toDisplay(), protocol.name)
                                    : CheckText::tr("Publish %1 with %2").arg(ports.toDisplay(), protocol.name);
    const QuickFix extend{label, [id = protocol.id, ports](const RuleSet &) { return publishPorts(id, ports); }};
    // What touches this rule alone comes first.
    return users > 1 ? list << customize << extend : list << extend;
}

} // namespace

void checkRangeNotPublished(const RuleContext &context, FindingSink &sink)
{
    if (!context.relaysData || !context.protocol || !context.service || !context.service->passivePorts)
        return;
    const PortRange ports = *context.service->passivePorts;
    if (isCovered(ports, relayPorts(*context.protocol)))
        return;
    sink.add(findingcode::rangeNotPublished, Severity::Error, [&] {
        return FindingWords{QStringLiteral("protocol"),
            CheckText::tr("The gateway does not publish %1").arg(ports.toDisplay()),
            CheckText::tr(
                "%1 hands out ports %2, but the protocol definition %3 does not publish all of them. A client that "
                "is given one of the others waits for a data connection that never comes: LIST will hang after "
                "150.")
                .arg(context.service->name, ports.toDisplay(), context.protocol->name),
            fixes(context, ports)};
    });
}

} // namespace ferry
