#include "app/ctl/verbs/LogVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "models/wire/EnumNames.h"
#include "models/wire/ResultCode.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentChannel;
using backend::AgentResult;

constexpr int mostLines = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("LogVerb", text);
}

struct Filter {
    QString rule;
    bool troubleOnly = false;

    [[nodiscard]] bool lets(const LogEntry &entry) const
    {
        if (!rule.isEmpty() && entry.rule.text() != rule)
            return false;
        return !troubleOnly || entry.action == LogAction::DeniedConnection
            || entry.action == LogAction::FailedConnectionAttempt
            || (entry.resultCode != 0 && entry.resultCode != resultcode::gracefulShutdown);
    }
};

QString entryText(const LogEntry &entry)
{
    QStringList parts{entry.time.toLocalTime().toString(u"HH:mm:ss.zzz"_s), entry.gateway.text(),
        entry.rule.isNull() ? u"-"_s : entry.rule.text(),
        entry.clientPort == 0 ? entry.client.toString() : u"%1:%2"_s.arg(entry.client.toString()).arg(entry.clientPort),
        enumName(entry.action), enumName(entry.originator)};
    for (const QString &part : {entry.command, entry.reply, resultCodeText(entry.resultCode), entry.text}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join("  "_L1);
}

} // namespace

QString LogVerb::summary() const
{
    return tr("prints the gateways' log: who was let in, who was not, and who said so");
}

QString LogVerb::help() const
{
    return tr("Prints the newest lines of every gateway of the rule set, oldest first. Each line names rule, client, "
              "action,\n"
              "who made the reply (client, gateway or server) and the result code with its symbol.\n\n"
              "Exit code 0, or 1 where a gateway could not be asked.\n\n"
              "  ferryctl log rules.json --tail 50 --rule partner-upload\n"
              "  ferryctl log rules.json --follow --trouble");
}

QString LogVerb::jsonShape() const
{
    return u"{\"entries\": [{\"serial\", \"time\", \"gateway\", \"rule\", \"session\", \"client\", \"clientPort\", "
           u"\"action\",\n"
           "  \"command\", \"reply\", \"originator\", \"resultCode\", \"bytes\", \"text\"}]}, empty members left out;\n"
           "with --follow one entry a line behind it"_s;
}

void LogVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({u"tail"_s, tr("Lines of each gateway, 0 to 10000."), tr("LINES"), u"200"_s});
    parser.addOption({u"rule"_s, tr("Only lines of this rule."), tr("ID")});
    parser.addOption({u"trouble"_s, tr("Only what was denied, failed or was cut off.")});
    parser.addOption({u"follow"_s, tr("Goes on with new lines until it is interrupted.")});
}

int LogVerb::run(const Call &call) const
{
    bool isNumber = false;
    const int tail = call.options.value(u"tail"_s).toInt(&isNumber);
    if (!isNumber || tail < 0 || tail > mostLines) {
        call.terminal.error(
            {ErrorCode::InvalidInput, u"--tail"_s, tr("No log was read."), tr("It takes 0 to 10000."), {}});
        return ExitError;
    }
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    const Filter filter{call.options.value(u"rule"_s), call.options.isSet(u"trouble"_s)};
    const bool follows = call.options.isSet(u"follow"_s);
    QObject context;
    QList<LogEntry> entries;
    QList<AgentChannel *> channels;
    for (const QString &agent : gatewayAgentsOf(opened->ruleSet)) {
        const Result<AgentChannel *> channel = opened->bench->agents.channel(agent);
        if (!channel) {
            call.terminal.error(channel.error());
            return ExitError;
        }
        const auto answer = await<AgentResult<QList<LogEntry>>>([&](const auto &done) {
            if (follows)
                (*channel)->subscribeLog(tail, &context, done);
            else
                (*channel)->log(tail, &context, done);
        });
        if (!answer) {
            call.terminal.error(answer.error().error);
            return ExitError;
        }
        entries += *answer;
        channels.append(*channel);
    }
    std::stable_sort(
        entries.begin(), entries.end(), [](const LogEntry &a, const LogEntry &b) { return a.time < b.time; });
    QJsonArray array;
    for (const LogEntry &entry : entries) {
        if (!filter.lets(entry))
            continue;
        array.append(toJson(entry));
        call.terminal.line(entryText(entry));
    }
    call.terminal.json({{u"entries"_s, array}});
    if (!follows)
        return ExitDone;

    QEventLoop loop;
    int exitCode = ExitDone;
    for (AgentChannel *channel : channels) {
        QObject::connect(channel, &AgentChannel::logged, &context, [&](const LogEntry &entry) {
            if (!filter.lets(entry))
                return;
            call.terminal.json(toJson(entry));
            call.terminal.line(entryText(entry));
        });
        QObject::connect(channel, &AgentChannel::stateChanged, &context, [&, channel] {
            if (channel->state() != AgentChannel::State::Offline)
                return;
            call.terminal.error({ErrorCode::Unreachable, channel->agent(), tr("The log is not followed any more."),
                tr("The connection to the agent ended."), {}});
            exitCode = ExitError;
            loop.quit();
        });
    }
    loop.exec();
    return exitCode;
}

} // namespace ferry::ctl
