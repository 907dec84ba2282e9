#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/MoveRules.h"
#include "models/edits/RuleEdits.h"

namespace ferry {
namespace {

// Where people look for a second FTP server.
constexpr quint16 firstOtherPort = 2121;

QList<QuickFix> fixes(const RuleContext &context, const PublishingRule &earlier, bool isTaken)
{
    const RuleId id = context.rule.id;
    QList<QuickFix> list;
    if (!isTaken) {
        list << QuickFix{CheckText::tr("Move it in front of %1").arg(earlier.name),
            [id, other = earlier.id](const RuleSet &ruleSet) { return moveRules({id}, ruleSet.rules.rowOf(other)); }};
    } else if (const quint16 port = context.index.freePort(id, firstOtherPort)) {
        list << QuickFix{CheckText::tr("Listen on port %1").arg(port),
            [id, listener = Listener{context.rule.listener.address, port}](
                const RuleSet &) { return setListener(id, listener); }};
    }
    list << QuickFix{CheckText::tr("Disable this rule"), [id](const RuleSet &) { return setRuleEnabled(id, false); }};
    return list;
}

} // namespace

void checkRuleShadowed(const RuleContext &context, FindingSink &sink)
{
    const PublishingRule *earlier = context.ruleSet.rules.find(context.index.shadowOf(context.ruleSet, context.rule));
    if (!earlier)
        return;
    // The same clients: one of the two rules is wrong. Fewer clients: most likely only their order is.
    const bool isTaken = covers(context.rule.from, earlier->from);
    sink.add(isTaken ? findingcode::listenerTaken : findingcode::ruleShadowed,
        isTaken ? Severity::Error : Severity::Warning, [&] {
            return FindingWords{QStringLiteral("listener"),
                isTaken ? CheckText::tr("The listener is taken by %1").arg(earlier->name)
                        : CheckText::tr("Never reached: %1 comes first").arg(earlier->name),
                CheckText::tr(
                    "%1 stands in front of this rule, accepts the same clients on the same address and port, and the "
                    "first rule that matches wins. This rule never does anything.")
                    .arg(earlier->name),
                fixes(context, *earlier, isTaken)};
        });
}

} // namespace ferry
