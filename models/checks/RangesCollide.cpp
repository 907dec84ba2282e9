#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/PortOwners.h"
#include "models/checks/RangeEdits.h"

namespace ferry {

void checkRangesCollide(const RuleContext &context, FindingSink &sink)
{
    if (!context.index.hasRangeRival(context.rule.id))
        return;
    sink.add(findingcode::rangesCollide, Severity::Error, [&] {
        const QString rivalName = ruleName(context.ruleSet, context.index.rangeRival(context.rule.id));
        FindingWords words{QStringLiteral("protocol"), CheckText::tr("Published ports collide with %1").arg(rivalName),
            CheckText::tr(
                "This rule and %1 publish some of the same ports of %2 for different servers. The gateway cannot tell "
                "whose data connection comes in. Give each server a passive range of its own.")
                .arg(rivalName, context.rule.listener.address.toString()),
            {}};
        if (!context.service)
            return words;
        const int size = context.service->passivePorts ? context.service->passivePorts->size() : 4;
        // Free for a server of no name: free for everyone, also for this one.
        if (const auto ports = context.index.portOwners(context.ruleSet).freeRange({}, size)) {
            const QString label = CheckText::tr("Use %1 instead").arg(ports->toDisplay());
            words.fixes << QuickFix{
                label, [rule = context.rule.id, service = context.service->id, range = *ports](const RuleSet &) {
                    return moveRange(CheckText::tr("use ports %1").arg(range.toDisplay()), rule, service, range);
                }};
        }
        return words;
    });
}

} // namespace ferry
