#include "app/ctl/verbs/RestartVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("RestartVerb", text, comment, n);
}

} // namespace

QString RestartVerb::summary() const
{
    return tr("restarts an FTP service and says truthfully how that went");
}

QString RestartVerb::help() const
{
    return tr(
        "The agent restarts the service and waits until a new process runs, its port listens and its greeting was\n"
        "read. If it does not come up, the last good configuration is put back, and the reason is shown.\n\n"
        "Exit code 0: it runs. 1: it does not, or could not be asked.\n\n"
        "  ferryctl restart rules.json files-1");
}

QString RestartVerb::jsonShape() const
{
    return u"{\"service\", \"succeeded\", \"oldPid\", \"newPid\", \"port\", \"banner\", \"sessionsCut\", \"elapsed\",\n"
           "  \"lastGoodRestored\", \"reason\"}"_s;
}

void RestartVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int RestartVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    const Result<const FtpService *> service = serviceOf(opened->ruleSet, call.arguments[1]);
    if (!service) {
        call.terminal.error(service.error());
        return ExitError;
    }
    const Result<backend::AgentChannel *> channel = opened->bench->agents.channel((*service)->agent);
    if (!channel) {
        call.terminal.error(channel.error());
        return ExitError;
    }
    QObject context;
    QObject::connect(*channel, &backend::AgentChannel::progressed, &context,
        [&](const ProgressNote &note) { call.terminal.progress(note.text); });
    const auto report = await<AgentResult<RestartReport>>(
        [&](const auto &done) { (*channel)->restart((*service)->id, &context, done); });
    if (!report) {
        call.terminal.error(report.error().error);
        return ExitError;
    }
    call.terminal.json(toJson(*report));
    if (report->succeeded) {
        call.terminal.line(tr("%1 restarted in %2 ms: pid %3 instead of %4, port %5, \"%6\".")
                .arg(report->service.text())
                .arg(report->elapsed.count())
                .arg(report->newPid)
                .arg(report->oldPid)
                .arg(report->port)
                .arg(report->banner));
        if (report->sessionsCut > 0)
            call.terminal.line(tr("%n session(s) ended.", nullptr, report->sessionsCut));
        return ExitDone;
    }
    if (!call.terminal.isJson()) {
        call.terminal.error({ErrorCode::Refused, report->service.text(), tr("The service did not come up."),
            report->reason, report->lastGoodRestored ? tr("The last good configuration runs again.") : QString()});
    }
    return ExitError;
}

} // namespace ferry::ctl
