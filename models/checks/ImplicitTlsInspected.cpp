#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/FilterEdits.h"

#include <algorithm>

namespace ferry {

void checkImplicitTlsInspected(const RuleContext &context, FindingSink &sink)
{
    if (!context.filterOn || context.tls != TlsMode::Implicit || context.rule.filter.authTls == AuthTls::Terminate)
        return;
    sink.add(findingcode::implicitTlsInspected, Severity::Error, [&] {
        const RuleId id = context.rule.id;
        FindingWords words{QStringLiteral("filter"), CheckText::tr("The filter cannot read implicit FTPS"),
            CheckText::tr(
                "Implicit FTPS is encrypted from the first byte. The filter waits for commands in clear text, does not "
                "understand what comes, and ends every connection. Without the filter, publish a fixed passive "
                "range as well."),
            {{CheckText::tr("Switch the filter off for this rule"),
                [id](const RuleSet &) { return switchFilter(id, false); }}}};
        const auto &gateways = context.gateways();
        const bool canTerminate =
            !gateways.isEmpty() && std::all_of(gateways.cbegin(), gateways.cend(), [&](const Gateway *gateway) {
                return capabilitiesOf(context.facts, gateway->engine).authTlsTerminate;
            });
        if (canTerminate) {
            words.fixes << QuickFix{CheckText::tr("Terminate TLS at the gateway"),
                [id](const RuleSet &) { return setAuthTls(id, AuthTls::Terminate); }};
        }
        return words;
    });
}

} // namespace ferry
