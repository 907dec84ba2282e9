#include "ui/dialogs/FilterConsequence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace ferry::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterConsequence)
};

} // namespace

QString consequenceOfFilter(bool enabled, const FilterSurroundings &around)
{
    if (enabled) {
        return around.tls == TlsMode::Implicit ? Words::tr("On: these sessions are encrypted from the first byte. "
                                                           "Unless TLS ends at the gateway, the filter reads "
                                                           "nothing and clients are cut off.")
                                               : Words::tr("On: the gateway reads each command, enforces what is set "
                                                           "below, and opens data ports only for the session "
                                                           "that asked.");
    }
    return around.rangePublished ? Words::tr("Off: the gateway passes the bytes on unread. Data connections use the "
                                             "published passive range; nothing below "
                                             "is enforced.")
                                 : Words::tr("Off: the gateway no longer opens data ports by itself. Publish the "
                                             "server's passive range, or LIST will hang "
                                             "after 150.");
}

QString consequenceOf(AuthTls handling, const FilterSurroundings &around)
{
    switch (handling) {
    case AuthTls::Deny:
        return around.tls == TlsMode::Explicit
            ? Words::tr("The gateway itself answers 550 Access is denied. This server's FTPS clients cannot connect.")
            : Words::tr(
                  "The gateway itself answers 550 Access is denied. Plain FTP goes on, with passwords in clear text.");
    case AuthTls::Pass:
        return around.rangePublished || around.tls == TlsMode::None
            ? Words::tr("Client and server encrypt end to end. From then on the filter sees nothing: the command "
                        "policy ends at AUTH, and "
                        "data needs the published passive range.")
            : Words::tr("Client and server encrypt end to end. From then on the filter sees nothing and opens no data "
                        "ports: publish "
                        "the server's passive range, or LIST will hang after 150.");
    case AuthTls::Terminate:
        return Words::tr("The client encrypts to the gateway, which reads everything, and goes on to the server as set "
                         "below. Clients "
                         "see the gateway's certificate.");
    }
    return {};
}

QString consequenceOf(UpstreamTls upstream)
{
    switch (upstream) {
    case UpstreamTls::Same:
        return Words::tr("The way to the server is encrypted when the client's is.");
    case UpstreamTls::Clear:
        return Words::tr("The way to the server is in clear text: passwords can be read on that network.");
    case UpstreamTls::Required:
        return Words::tr("The way to the server is always encrypted; a server without TLS refuses every login.");
    }
    return {};
}

QString consequenceOf(const CommandPolicy &policy, const FilterSurroundings &around)
{
    if (!allows(policy, QStringLiteral("USER")) || !allows(policy, QStringLiteral("PASS")))
        return Words::tr("USER or PASS is refused: nobody can log in.");
    if (around.tls == TlsMode::Explicit && !allows(policy, QStringLiteral("AUTH")))
        return Words::tr("AUTH is refused: FTPS clients cannot encrypt, and most of them give up.");
    switch (policy.preset) {
    case CommandPreset::Full:
        return Words::tr("Every command passes.");
    case CommandPreset::ReadOnly:
        return Words::tr(
            "Clients can list and download. STOR, DELE, RNFR, MKD, SITE and the like get 550 from the gateway.");
    case CommandPreset::UploadOnly:
        return Words::tr(
            "Clients can list and upload. RETR, DELE, RNFR, MKD, SITE and the like get 550 from the gateway.");
    case CommandPreset::Custom:
        break;
    }
    if (policy.allow.isEmpty() && policy.deny.isEmpty())
        return Words::tr("Nothing is listed, so that every command passes.");
    if (policy.allow.isEmpty())
        return Words::tr("%1 get 550 from the gateway; everything else passes.")
            .arg(policy.deny.join(QStringLiteral(", ")));
    return Words::tr(
        "%n commands pass; all others get 550 from the gateway.", nullptr, static_cast<int>(policy.allow.size()));
}

QString consequenceOfPassive(const DataModes &modes)
{
    if (modes.passive)
        return Words::tr(
            "Clients open the data connection to the gateway (PASV, EPSV). What nearly every client uses.");
    return modes.active
        ? Words::tr("PASV and EPSV get 550: clients behind a firewall of their own cannot transfer anything.")
        : Words::tr("With both ways off, nobody can list or transfer anything.");
}

QString consequenceOfActive(const DataModes &modes)
{
    return modes.active ? Words::tr("The server may open the data connection to the client (PORT, EPRT). The gateway "
                                    "must then reach the clients.")
                        : Words::tr("PORT and EPRT get 550. Old clients that know only active mode cannot transfer.");
}

QString consequenceOfClearCommandChannel(bool allowed)
{
    return allowed ? Words::tr("Clients may go on in clear text after the login, so that address translation on their "
                               "side can read PORT. File names then cross the network unprotected.")
                   : Words::tr("CCC gets 534: the control connection stays encrypted to its end.");
}

QString consequenceOfRewriteAddress(bool rewrite)
{
    return rewrite
        ? Words::tr("227 replies carry the external address, whatever address the server writes into them.")
        : Words::tr(
              "227 replies go out as the server wrote them. If that is an inside address, clients cannot reach it.");
}

QString consequenceOfSameClientAddress(bool same)
{
    return same ? Words::tr("A data connection is accepted only from the address that logged in. It stops others from "
                            "taking the data.")
                : Words::tr("A data connection is accepted from any address. Transfers between two servers work; so "
                            "does data theft (RFC 2577).");
}

QString consequenceOfLineLength(int bytes)
{
    return bytes < 512 ? Words::tr("Longer lines get 500. Deep paths may already be longer than this.")
                       : Words::tr("Longer lines get 500, and the session goes on.");
}

QString consequenceOfIdle(int seconds)
{
    return seconds < 60
        ? Words::tr("A session without a command for this long gets 421. People who read a listing are cut off.")
        : Words::tr("A session without a command or a transfer for this long gets 421.");
}

QString consequenceOfLogin(int seconds)
{
    return seconds < 10 ? Words::tr("Who is not logged in by then gets 421. Slow password checks may take longer.")
                        : Words::tr("Who is not logged in by then gets 421.");
}

QString consequenceOfData(int seconds, int idleSeconds)
{
    if (seconds >= idleSeconds)
        return Words::tr("The idle limit comes first: it ends the session with its stalled transfer.");
    return seconds < 60 ? Words::tr("A transfer on which no byte moves for this long is cut. Servers that check a file "
                                    "before they close it may need longer.")
                        : Words::tr("A transfer on which no byte moves for this long is cut. The client gets 426, and "
                                    "its session goes on.");
}

QString consequenceOfSessions(int sessions)
{
    return sessions == 0 ? Words::tr("The server's own limit counts.")
                         : Words::tr("Client number %1 gets 421 and may try again.").arg(sessions + 1);
}

QString consequenceOfSessionsPerClient(int sessions)
{
    if (sessions == 0)
        return Words::tr("One client may hold every session.");
    return sessions == 1 ? Words::tr("Many programs open two to ten at once: they would fail with 421.")
                         : Words::tr("More from one address get 421. Offices behind one address share this number.");
}

QString consequenceOfSessionsPerNetwork(const FilterSettings &settings)
{
    if (settings.maxSessionsPerNetwork == 0)
        return Words::tr("Many clients of one network may hold every session together.");
    if (settings.maxSessions > 0 && settings.maxSessionsPerNetwork >= settings.maxSessions)
        return Words::tr("Never reached: the rule takes fewer sessions than that from everybody.");
    QStringList sentences{Words::tr("More from one network get 421.")};
    sentences << (settings.networkPrefix4 == FilterLimits::maxNetworkPrefix4
            ? Words::tr("Each IPv4 address counts by itself.")
            : Words::tr("%n IPv4 addresses count as one network.", nullptr,
                  1 << (FilterLimits::maxNetworkPrefix4 - settings.networkPrefix4)));
    // RFC 4291 section 2.5.4: interfaces have 64 bits of an address for themselves.
    if (settings.networkPrefix6 > 64)
        sentences << Words::tr("A host in IPv6 has a /64 of addresses to choose from, and escapes this limit.");
    return sentences.join(u' ');
}

QString consequenceOfBanner(const QString &banner)
{
    return banner.isEmpty() ? Words::tr("Clients read the server's own greeting, often with software and version.")
                            : Words::tr("Clients read this text after 220, and the server's software stays private.");
}

Result<QList<QString>> parseCommands(const QString &text)
{
    // RFC 959 section 4.1 has three or four letters; RFC 2389 lets features add words behind SITE and OPTS.
    static const QRegularExpression form(QStringLiteral("^[A-Z]{3,4}( [A-Z0-9]{1,16})?$"));
    QList<QString> commands;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString command = part.simplified().toUpper();
        if (command.isEmpty() || commands.contains(command))
            continue;
        if (!form.match(command).hasMatch()) {
            return failure(ErrorCode::InvalidInput, command, Words::tr("The command list was not accepted."),
                Words::tr("\"%1\" is not an FTP command.").arg(part.trimmed()),
                Words::tr("Write commands with commas between them, such as STOR, DELE, SITE CHMOD."));
        }
        commands << command;
    }
    return commands;
}

} // namespace ferry::ui
