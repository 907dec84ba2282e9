#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/FilterEdits.h"

namespace ferry {

void checkAuthTlsDenied(const RuleContext &context, FindingSink &sink)
{
    const FilterSettings &filter = context.rule.filter;
    if (!context.filterOn || filter.authTls != AuthTls::Deny || context.tls != TlsMode::Explicit)
        return;
    sink.add(findingcode::authTlsDenied, Severity::Error, [&] {
        const RuleId id = context.rule.id;
        return FindingWords{QStringLiteral("filter.authTls"), CheckText::tr("The gateway answers 550 to AUTH TLS"),
            CheckText::tr(
                "%1 speaks explicit TLS, but the filter of this rule denies AUTH TLS. Clients get \"550 Access "
                "is denied\" from the gateway; the server never sees the command. Without the filter, or with "
                "AUTH TLS relayed, the gateway cannot read the data ports any more: then publish a fixed "
                "passive range as well.")
                .arg(context.service->name),
            {{CheckText::tr("Switch the filter off for this rule"),
                 [id](const RuleSet &) { return switchFilter(id, false); }},
                {CheckText::tr("Relay AUTH TLS (pass)"),
                    [id](const RuleSet &) { return setAuthTls(id, AuthTls::Pass); }}}};
    });
}

} // namespace ferry
