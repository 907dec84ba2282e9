#include "app/ctl/verbs/SessionsVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"

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
        "Exit code 0, or 1 where a gateway could not be asked.\n\n"
        "  ferryctl sessions rules.json");
}

QString SessionsVerb::jsonShape() const
{
    return u"{\"sessions\": [{\"id\", \"gateway\", \"rule\", \"client\", \"clientPort\", \"user\", \"since\", "
           u"\"opaque\",\n"
           "  \"transfer\", \"bytesUp\", \"bytesDown\"}]}"_s;
}

void SessionsVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int SessionsVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    QObject context;
    QJsonArray array;
    QList<QStringList> rows{
        {tr("GATEWAY"), tr("RULE"), tr("CLIENT"), tr("USER"), tr("SINCE"), tr("UP"), tr("DOWN"), tr("NOW")}};
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
            rows.append({session.gateway.text(), session.rule.text(),
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
