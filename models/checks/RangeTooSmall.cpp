#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/PassivePortNeed.h"
#include "models/checks/PortOwners.h"
#include "models/edits/ServiceEdits.h"

#include <algorithm>

namespace ferry {
namespace {

// How long a transfer is taken to last where nobody says it.
constexpr int usualSeconds = 60;

// Transfers at once, as far as anything tells: the rule's own limit, or what was seen.
int expectedTransfers(const RuleContext &context)
{
    const int allowed = context.filterOn ? context.rule.filter.maxSessions : 0;
    return std::max(allowed, context.facts.services.value(context.service->id).transfers);
}

} // namespace

void checkRangeTooSmall(const RuleContext &context, FindingSink &sink)
{
    if (!context.relaysData || !context.service || !context.service->passivePorts)
        return;
    const int transfers = expectedTransfers(context);
    const int needed = passivePortsNeeded({transfers, usualSeconds});
    const PortRange ports = *context.service->passivePorts;
    // One person alone never fills a range.
    if (transfers <= 1 || needed <= ports.size())
        return;
    sink.add(findingcode::rangeTooSmall, Severity::Warning, [&] {
        FindingWords words{QStringLiteral("passivePorts"),
            CheckText::tr("%1 ports are few for %n transfers at once", nullptr, transfers).arg(ports.size()),
            CheckText::tr(
                "A port is busy for the transfer and four minutes after it (TIME_WAIT), so %n transfers at once need "
                "%1 ports; %2 has %3. When all are busy, clients get 425 and try again later.",
                nullptr, transfers)
                .arg(needed)
                .arg(context.service->name, ports.toDisplay()),
            {}};
        const ServiceId service = context.service->id;
        if (const auto larger = context.index.portOwners(context.ruleSet).freeRange(service, needed)) {
            words.fixes << QuickFix{CheckText::tr("Set %1").arg(larger->toDisplay()),
                [service, larger](const RuleSet &) { return setPassivePorts(service, larger); }};
        }
        return words;
    });
}

} // namespace ferry
