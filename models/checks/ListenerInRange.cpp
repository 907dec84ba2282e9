#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/RuleEdits.h"

namespace ferry {
namespace {

constexpr quint16 firstOtherPort = 2121;

}

void checkListenerInRange(const RuleContext &context, FindingSink &sink)
{
    if (!context.index.isListenerInRange(context.rule.id))
        return;
    sink.add(findingcode::listenerInRange, Severity::Error, [&] {
        const QString ownerName = ruleName(context.ruleSet, context.index.rangeOverListener(context.rule.id));
        FindingWords words{QStringLiteral("listener.port"),
            CheckText::tr("Port %1 is a data port of %2").arg(context.port).arg(ownerName),
            CheckText::tr(
                "%1 publishes port %2 of %3 for data connections, so control connections cannot be accepted on it.")
                .arg(ownerName)
                .arg(context.port)
                .arg(context.rule.listener.address.toString()),
            {}};
        if (const quint16 port = context.index.freePort(context.rule.id, firstOtherPort)) {
            words.fixes << QuickFix{CheckText::tr("Listen on port %1").arg(port),
                [id = context.rule.id, listener = Listener{context.rule.listener.address, port}](
                    const RuleSet &) { return setListener(id, listener); }};
        }
        return words;
    });
}

} // namespace ferry
