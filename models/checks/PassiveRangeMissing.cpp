#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/PortOwners.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/ServiceEdits.h"

namespace ferry {
namespace {

// As in the story: enough for one or two people, and easy to remember.
constexpr int smallRange = 4;

QString consequence(const RuleContext &context)
{
    if (context.filterOn) {
        return CheckText::tr(
            "AUTH TLS is relayed, so the gateway cannot read the encrypted 227 and opens no data ports by "
            "itself.");
    }
    return CheckText::tr("The filter is off, so the gateway opens no data ports by itself.");
}

void addForManagedServer(const RuleContext &context, FindingSink &sink)
{
    sink.add(findingcode::passiveRangeMissing, Severity::Error, [&] {
        FindingWords words{QStringLiteral("passivePorts"), CheckText::tr("LIST will hang after 150"),
            CheckText::tr(
                "%1 %2 hands out any port, and nobody accepts connections on it. Login works; directory listings "
                "and transfers wait for a data connection that never comes. Set a fixed passive range and "
                "publish it.")
                .arg(consequence(context), context.service->name),
            {}};
        const ServiceId service = context.service->id;
        if (const auto ports = context.index.portOwners(context.ruleSet).freeRange(service, smallRange)) {
            words.fixes << QuickFix{CheckText::tr("Set %1").arg(ports->toDisplay()),
                [service, ports](const RuleSet &) { return setPassivePorts(service, ports); }};
        }
        return words;
    });
}

void addForBareServer(const RuleContext &context, FindingSink &sink)
{
    sink.add(findingcode::passiveRangeMissing, Severity::Warning, [&] {
        FindingWords words{QStringLiteral("protocol"), CheckText::tr("LIST will hang after 150"),
            CheckText::tr(
                "%1 The protocol definition publishes no data ports either. Login works; directory listings and "
                "transfers wait for a data connection that never comes. Publish the passive range that is set "
                "on the server.")
                .arg(consequence(context)),
            {}};
        const RuleId rule = context.rule.id;
        if (const auto ports = context.index.portOwners(context.ruleSet).freeRange({}, smallRange)) {
            words.fixes << QuickFix{CheckText::tr("Publish %1").arg(ports->toDisplay()),
                [rule, range = *ports](const RuleSet &) { return customizeProtocol(rule, {range}); }};
        }
        return words;
    });
}

} // namespace

void checkPassiveRangeMissing(const RuleContext &context, FindingSink &sink)
{
    if (!context.relaysData || !context.protocol)
        return;
    if (context.service) {
        if (!context.service->passivePorts)
            addForManagedServer(context, sink);
    } else if (std::holds_alternative<BareServer>(context.rule.server) && relayPorts(*context.protocol).isEmpty()) {
        addForBareServer(context, sink);
    }
}

} // namespace ferry
