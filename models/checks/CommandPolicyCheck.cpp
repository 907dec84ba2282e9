#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/FilterEdits.h"

namespace ferry {
namespace {

QStringList denied(const CommandPolicy &policy, const QStringList &needed)
{
    QStringList commands;
    for (const QString &command : needed) {
        if (!allows(policy, command))
            commands << command;
    }
    return commands;
}

CommandPolicy allowing(CommandPolicy policy, const QStringList &commands)
{
    for (const QString &command : commands) {
        policy.deny.removeAll(command);
        if (!policy.allow.isEmpty() && !policy.allow.contains(command))
            policy.allow << command;
    }
    return policy;
}

void add(const RuleContext &context, FindingSink &sink, const QString &part, const QStringList &commands,
    const char *title, const char *explanation)
{
    if (commands.isEmpty())
        return;
    sink.add(findingcode::commandPolicy, Severity::Error, part, [&] {
        const QString names = commands.join(QStringLiteral(", "));
        return FindingWords{QStringLiteral("filter.commands"), CheckText::tr(title),
            CheckText::tr(explanation).arg(names),
            {{CheckText::tr("Allow %1").arg(names),
                [id = context.rule.id, policy = allowing(context.rule.filter.commands, commands)](
                    const RuleSet &) { return setCommandPolicy(id, policy); }}}};
    });
}

} // namespace

void checkCommandPolicy(const RuleContext &context, FindingSink &sink)
{
    const FilterSettings &filter = context.rule.filter;
    if (!context.filterOn || filter.commands.preset != CommandPreset::Custom)
        return;
    // RFC 959 section 5.4: every login starts with USER, and nearly every one goes on with PASS.
    add(context, sink, QStringLiteral("login"),
        denied(filter.commands, {QStringLiteral("USER"), QStringLiteral("PASS")}),
        QT_TRANSLATE_NOOP("Checks", "Nobody can log in"),
        QT_TRANSLATE_NOOP("Checks", "The command policy denies %1, without which no session gets past the login."));

    if (context.tls != TlsMode::Explicit || filter.authTls == AuthTls::Deny)
        return;
    // RFC 4217 section 3: AUTH starts TLS; PBSZ and PROT protect the data. Behind a relayed AUTH the filter sees
    // neither.
    QStringList needed{QStringLiteral("AUTH")};
    if (filter.authTls == AuthTls::Terminate)
        needed << QStringLiteral("PBSZ") << QStringLiteral("PROT");
    add(context, sink, QStringLiteral("ftps"), denied(filter.commands, needed),
        QT_TRANSLATE_NOOP("Checks", "FTPS cannot start"),
        QT_TRANSLATE_NOOP(
            "Checks", "The command policy denies %1. Clients that insist on encryption cannot use this rule."));
}

} // namespace ferry
