#include "app/ctl/verbs/StatusVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/NodeReport.h"
#include "app/ctl/cli/RuleSetArgument.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;
using std::chrono::milliseconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("StatusVerb", text);
}

/// How far the node's clock is before ours; half of the way there and back is taken off.
milliseconds clockAhead(const NodeStatus &status, const QDateTime &asked, const QDateTime &answered)
{
    if (!status.clock.isValid())
        return milliseconds{0};
    return milliseconds{asked.addMSecs(asked.msecsTo(answered) / 2).msecsTo(status.clock)};
}

} // namespace

QString StatusVerb::summary() const
{
    return tr("tells how every gateway and FTP server is, and what to look at");
}

QString StatusVerb::help() const
{
    return tr(
        "Asks every agent of the rule set: versions, what runs and with how many sessions, free space, clocks, and\n"
        "native files that were edited by hand. What somebody should look at stands behind a \"!\".\n\n"
        "Exit code 0: all is well. 2: there is something to look at. 1: an agent could not be asked.\n\n"
        "  ferryctl status rules.json");
}

QString StatusVerb::jsonShape() const
{
    return u"{\"nodes\": [{\"agent\", \"clockAheadMs\", \"remarks\": [], \"status\": {\"node\", \"version\", "
           u"\"clock\",\n"
           "  \"generation\", \"transaction\", \"gateways\": [], \"services\": [], \"drift\": []}}]};\n"
           "where an agent could not be asked {\"agent\", \"error\"}"_s;
}

void StatusVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int StatusVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    QObject context;
    QJsonArray nodes;
    int exitCode = ExitDone;
    for (const QString &agent : agentsOf(opened->ruleSet)) {
        const QDateTime asked = QDateTime::currentDateTimeUtc();
        const Result<backend::AgentChannel *> channel = opened->bench->agents.channel(agent);
        const AgentResult<NodeStatus> status = channel
            ? await<AgentResult<NodeStatus>>([&](const auto &done) { (*channel)->status(&context, done); })
            : tl::unexpected(RpcFailure{channel.error(), {}});
        if (!status) {
            const Error &error = status.error().error;
            nodes.append(QJsonObject{{u"agent"_s, agent}, {u"error"_s, errorToJson(error)}});
            call.terminal.line(u"%1\n  ! %2"_s.arg(agent, error.text()));
            exitCode = ExitError;
            continue;
        }
        const milliseconds ahead = clockAhead(*status, asked, QDateTime::currentDateTimeUtc());
        const QStringList remarks = nodeRemarks(*status, ahead);
        nodes.append(QJsonObject{{u"agent"_s, agent}, {u"clockAheadMs"_s, static_cast<qint64>(ahead.count())},
            {u"remarks"_s, QJsonArray::fromStringList(remarks)}, {u"status"_s, toJson(*status)}});
        call.terminal.line(nodeReport(agent, *status, ahead));
        if (!remarks.isEmpty() && exitCode == ExitDone)
            exitCode = ExitChanges;
    }
    call.terminal.json({{u"nodes"_s, nodes}});
    return exitCode;
}

} // namespace ferry::ctl
