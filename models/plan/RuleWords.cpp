#include "models/plan/Words.h"

#include <QCoreApplication>

namespace ferry {
namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

QString limitText(int limit)
{
    return limit == 0 ? RuleWords::tr("no limit") : QString::number(limit);
}

QString secondsText(int seconds)
{
    return RuleWords::tr("%1 s").arg(seconds);
}

QString commandsText(const QList<QString> &commands)
{
    return commands.isEmpty() ? RuleWords::tr("none", "commands") : QStringList(commands).join(QStringLiteral(", "));
}

/// Collects a line for each value that differs.
class Lines {
public:
    /// `pattern` has %1 for the new and %2 for the old value.
    void compare(const QString &from, const QString &to, const QString &pattern)
    {
        // Both at once: a value may hold "%2" itself.
        if (from != to)
            m_lines << pattern.arg(to, from);
    }
    void compare(bool from, bool to, const QString &on, const QString &off)
    {
        if (from != to)
            m_lines << (to ? on : off);
    }
    void add(const QString &line) { m_lines << line; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
};

void compareFilters(Lines &lines, const FilterSettings &from, const FilterSettings &to)
{
    lines.compare(authTlsText(from.authTls), authTlsText(to.authTls), RuleWords::tr("AUTH TLS: %1 instead of %2"));
    lines.compare(upstreamTlsText(from.upstreamTls), upstreamTlsText(to.upstreamTls),
        RuleWords::tr("TLS to the server: %1 instead of %2"));
    lines.compare(presetText(from.commands.preset), presetText(to.commands.preset),
        RuleWords::tr("Command policy %1 instead of %2"));
    lines.compare(commandsText(from.commands.allow), commandsText(to.commands.allow),
        RuleWords::tr("Allowed commands: %1 instead of %2"));
    lines.compare(commandsText(from.commands.deny), commandsText(to.commands.deny),
        RuleWords::tr("Denied commands: %1 instead of %2"));
    lines.compare(from.dataModes.passive, to.dataModes.passive, RuleWords::tr("Passive data connections allowed"),
        RuleWords::tr("Passive data connections not allowed"));
    lines.compare(from.dataModes.active, to.dataModes.active, RuleWords::tr("Active data connections allowed"),
        RuleWords::tr("Active data connections not allowed"));
    lines.compare(from.rewriteAddress, to.rewriteAddress, RuleWords::tr("External address written into 227"),
        RuleWords::tr("Address in 227 left as the server sends it"));
    lines.compare(from.sameClientAddress, to.sameClientAddress,
        RuleWords::tr("Data connections only from the address of the control connection"),
        RuleWords::tr("Data connections from any address"));
    lines.compare(QString::number(from.maxLineBytes), QString::number(to.maxLineBytes),
        RuleWords::tr("Longest command line %1 bytes instead of %2"));
    lines.compare(
        secondsText(from.idleSeconds), secondsText(to.idleSeconds), RuleWords::tr("Idle limit %1 instead of %2"));
    lines.compare(
        secondsText(from.loginSeconds), secondsText(to.loginSeconds), RuleWords::tr("Login limit %1 instead of %2"));
    lines.compare(secondsText(from.dataSeconds), secondsText(to.dataSeconds),
        RuleWords::tr("Limit for stalled data connections %1 instead of %2"));
    lines.compare(limitText(from.maxSessions), limitText(to.maxSessions), RuleWords::tr("Sessions: %1 instead of %2"));
    lines.compare(limitText(from.maxSessionsPerClient), limitText(to.maxSessionsPerClient),
        RuleWords::tr("Sessions a client: %1 instead of %2"));
    lines.compare(limitText(from.maxSessionsPerNetwork), limitText(to.maxSessionsPerNetwork),
        RuleWords::tr("Sessions a client network: %1 instead of %2"));
    lines.compare(QString::number(from.networkPrefix4), QString::number(to.networkPrefix4),
        RuleWords::tr("Client networks of IPv4: /%1 instead of /%2"));
    lines.compare(QString::number(from.networkPrefix6), QString::number(to.networkPrefix6),
        RuleWords::tr("Client networks of IPv6: /%1 instead of /%2"));
    lines.compare(from.clearCommandChannel, to.clearCommandChannel,
        RuleWords::tr("Clients may end TLS on the control connection (CCC)"),
        RuleWords::tr("The control connection stays encrypted, CCC is refused"));
    if (from.banner != to.banner) {
        lines.add(to.banner.isEmpty() ? RuleWords::tr("Banner of the server itself")
                                      : RuleWords::tr("Banner %1").arg(quoted(to.banner)));
    }
}

} // namespace

QString publicationText(const PublishedRule &rule)
{
    QString text =
        RuleWords::tr("Publishes %1 at %2")
            .arg(endpointText(rule.serverAddress, rule.serverPort), endpointText(rule.listenAddress, rule.listenPort));
    if (!rule.relayPorts.isEmpty())
        text += RuleWords::tr(", with ports %1").arg(portsText(rule.relayPorts));
    text += rule.filterOn ? RuleWords::tr(", filter on, AUTH TLS: %1").arg(authTlsText(rule.filter.authTls))
                          : RuleWords::tr(", filter off");
    if (!rule.from.isEmpty())
        text += RuleWords::tr(", for clients on %1").arg(networksText(rule.from));
    return text;
}

QStringList ruleChanges(const PublishedRule &from, const PublishedRule &to)
{
    Lines lines;
    lines.compare(quoted(from.name), quoted(to.name), RuleWords::tr("Name %1 instead of %2"));
    lines.compare(endpointText(from.listenAddress, from.listenPort), endpointText(to.listenAddress, to.listenPort),
        RuleWords::tr("Listener %1 instead of %2"));
    lines.compare(endpointText(from.serverAddress, from.serverPort), endpointText(to.serverAddress, to.serverPort),
        RuleWords::tr("Published server %1 instead of %2"));
    lines.compare(tlsText(from.serverTls), tlsText(to.serverTls), RuleWords::tr("Server with %1 instead of %2"));
    lines.compare(
        portsText(from.relayPorts), portsText(to.relayPorts), RuleWords::tr("Published data ports: %1 instead of %2"));
    lines.compare(portsText(from.dataPorts), portsText(to.dataPorts),
        RuleWords::tr("Data ports of the filter: %1 instead of %2"));
    lines.compare(from.externalAddress.toString(), to.externalAddress.toString(),
        RuleWords::tr("External address %1 instead of %2"));
    lines.compare(clientAddressesText(from.clientAddresses), clientAddressesText(to.clientAddresses),
        RuleWords::tr("Addresses for certain networks: %1 instead of %2"));
    lines.compare(networksText(from.from), networksText(to.from), RuleWords::tr("Clients on %1 instead of %2"));
    lines.compare(from.filterOn, to.filterOn, RuleWords::tr("Filter on"), RuleWords::tr("Filter off"));
    compareFilters(lines, from.filter, to.filter);
    lines.compare(from.log, to.log, RuleWords::tr("Log on"), RuleWords::tr("Log off"));
    return lines.lines();
}

} // namespace ferry
