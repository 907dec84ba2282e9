#include "app/ctl/verbs/SessionsVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/TranscriptText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("SessionsVerb", text);
}

// The gateway that --gateway names, or the only one.
Result<GatewayId> gatewayOf(const Call &call, const RuleSet &ruleSet)
{
    const QString named = call.options.value(u"gateway"_s);
    if (!named.isEmpty())
        return GatewayId::parse(named);
    if (ruleSet.gateways.size() == 1)
        return ruleSet.gateways.at(0).id;
    return failure(ErrorCode::InvalidInput, u"--gateway"_s, tr("No transcript was read."),
        tr("The rule set has several gateways, whose sessions have the same numbers."), tr("Name one with --gateway."));
}

int showTranscript(const Call &call, const OpenedRuleSet &opened)
{
    bool isNumber = false;
    const quint64 session = call.options.value(u"transcript"_s).toULongLong(&isNumber);
    if (!isNumber) {
        call.terminal.error({ErrorCode::InvalidInput, u"--transcript"_s, tr("No transcript was read."),
            tr("It takes the number of a session, which \"ferryctl sessions\" shows."), {}});
        return ExitError;
    }
    const Result<GatewayId> gateway = gatewayOf(call, opened.ruleSet);
    const Result<backend::AgentChannel *> channel =
        gateway ? channelOfGateway(opened, gateway->text()) : failure(gateway.error());
    if (!channel) {
        call.terminal.error(channel.error());
        return ExitError;
    }
    QObject context;
    const auto transcript = await<AgentResult<SessionTranscript>>(
        [&](const auto &done) { (*channel)->transcript({*gateway, session}, &context, done); });
    if (!transcript) {
        call.terminal.error(transcript.error().error);
        return ExitError;
    }
    call.terminal.json(toJson(*transcript));
    call.terminal.line(transcriptText(*transcript));
    return ExitDone;
}

} // namespace

QString SessionsVerb::summary() const
{
    return tr("lists who is connected through the gateways now");
}

QString SessionsVerb::help() const
{
    return tr(
        "Lists the FTP sessions of every gateway of the rule set. An encrypted session shows no user and no transfer:\n"
        "the gateway cannot see them.\n\n"
        "With --transcript the latest lines of one session stand side by side as they were on both legs, so that one\n"
        "sees what the gateway refused, rewrote or said itself. Passwords are never kept.\n\n"
        "Exit code 0, or 1 where a gateway could not be asked.\n\n"
        "  ferryctl sessions rules.json\n"
        "  ferryctl sessions rules.json --gateway gw-1 --transcript 4711");
}

QString SessionsVerb::jsonShape() const
{
    return u"{\"sessions\": [{\"id\", \"gateway\", \"rule\", \"client\", \"clientPort\", \"user\", \"since\", "
           u"\"opaque\",\n"
           "  \"transfer\", \"bytesUp\", \"bytesDown\"}]}\n"
           "with --transcript {\"session\", \"rule\", \"client\", \"reading\": \"inspected|opaque|relayed\", "
           "\"lost\",\n"
           "  \"lines\": [{\"time\", \"way\": \"up|down|note\", \"client\", \"server\"}]}, a leg without the line left out"_s;
}

void SessionsVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({u"transcript"_s, tr("Shows the lines of this session."), tr("SESSION")});
    parser.addOption({u"gateway"_s, tr("The gateway of that session, where the rule set has several."), tr("ID")});
}

int SessionsVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    if (call.options.isSet(u"transcript"_s))
        return showTranscript(call, *opened);
    QObject context;
    QJsonArray array;
    QList<QStringList> rows{{tr("SESSION"), tr("GATEWAY"), tr("RULE"), tr("CLIENT"), tr("USER"), tr("SINCE"), tr("UP"),
        tr("DOWN"), tr("NOW")}};
    for (const QString &agent : gatewayAgentsOf(opened->ruleSet)) {
        const Result<backend::AgentChannel *> channel = opened->bench->agents.channel(agent);
        if (!channel) {
            call.terminal.error(channel.error());
            return ExitError;
        }
        const auto sessions =
            await<AgentResult<QList<SessionInfo>>>([&](const auto &done) { (*channel)->sessions(&context, done); });
        if (!sessions) {
            call.terminal.error(sessions.error().error);
            return ExitError;
        }
        const QLocale locale;
        for (const SessionInfo &session : *sessions) {
            array.append(toJson(session));
            rows.append({QString::number(session.id), session.gateway.text(), session.rule.text(),
                u"%1:%2"_s.arg(session.client.toString()).arg(session.clientPort),
                session.opaque ? tr("(encrypted)") : session.user,
                locale.toString(session.since.toLocalTime().time(), u"HH:mm:ss"_s),
                locale.formattedDataSize(static_cast<qint64>(session.bytesUp)),
                locale.formattedDataSize(static_cast<qint64>(session.bytesDown)), session.transfer});
        }
    }
    call.terminal.json({{u"sessions"_s, array}});
    call.terminal.line(rows.size() == 1 ? tr("Nobody is connected.") : aligned(rows));
    return ExitDone;
}

} // namespace ferry::ctl
