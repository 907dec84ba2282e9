#include "models/plan/ModProxyLimits.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ModProxyLimits", text);
}

bool namesSubcommand(const CommandPolicy &policy)
{
    const auto isSubcommand = [](const QString &command) { return command.contains(u' '); };
    return std::any_of(policy.allow.cbegin(), policy.allow.cend(), isSubcommand)
        || std::any_of(policy.deny.cbegin(), policy.deny.cend(), isSubcommand);
}

} // namespace

QStringList beyondModProxy(const ModProxyWishes &wishes)
{
    if (!wishes.filterOn)
        return {tr("It reads the control channel always; it cannot forward without the filter.")};
    const FilterSettings &filter = wishes.filter;
    const FilterSettings usual;
    QStringList beyond;
    const auto add = [&](bool isAsked, const char *text) {
        if (isAsked)
            beyond << tr(text);
    };
    add(filter.authTls == AuthTls::Pass, QT_TRANSLATE_NOOP("ModProxyLimits", "It cannot relay AUTH TLS."));
    add(wishes.serverTls == TlsMode::Implicit,
        QT_TRANSLATE_NOOP("ModProxyLimits", "It has no implicit TLS to servers."));
    add(wishes.dataRanges != 1, QT_TRANSLATE_NOOP("ModProxyLimits", "It opens data ports from exactly one range."));
    add(wishes.clientAddresses,
        QT_TRANSLATE_NOOP("ModProxyLimits", "It tells all clients of a listener the same address."));
    add(!filter.rewriteAddress, QT_TRANSLATE_NOOP("ModProxyLimits", "It always puts its own address into 227."));
    add(!filter.sameClientAddress,
        QT_TRANSLATE_NOOP("ModProxyLimits", "It takes data connections from the client of the session only."));
    add(filter.maxLineBytes != usual.maxLineBytes,
        QT_TRANSLATE_NOOP("ModProxyLimits", "It has a limit of its own for the length of a line."));
    add(filter.maxSessions > 0 || filter.maxSessionsPerClient > 0 || filter.maxSessionsPerNetwork > 0,
        QT_TRANSLATE_NOOP("ModProxyLimits", "It does not limit the sessions of a rule."));
    add(!filter.banner.isEmpty(), QT_TRANSLATE_NOOP("ModProxyLimits", "It passes on the greeting of the server."));
    add(filter.clearCommandChannel, QT_TRANSLATE_NOOP("ModProxyLimits", "It answers CCC with 550."));
    add(namesSubcommand(filter.commands),
        QT_TRANSLATE_NOOP("ModProxyLimits", "It does not tell the subcommands of SITE apart."));
    return beyond;
}

} // namespace ferry
