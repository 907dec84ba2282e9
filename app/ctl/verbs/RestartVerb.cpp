#include "app/ctl/verbs/RestartVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/ServiceDrain.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("RestartVerb", text, comment, n);
}

constexpr int longestWait = 24 * 60 * 60;

/// Nothing where nobody is to be waited for.
Result<std::optional<std::chrono::seconds>> patienceOf(const Call &call)
{
    if (!call.options.isSet(u"wait"_s))
        return std::nullopt;
    bool isNumber = false;
    const int seconds = call.options.value(u"wait"_s).toInt(&isNumber);
    if (isNumber && seconds > 0 && seconds <= longestWait)
        return std::chrono::seconds(seconds);
    return failure(ErrorCode::InvalidInput, u"--wait"_s, tr("Nothing was restarted."),
        tr("\"%1\" is not a number of seconds up to a day.").arg(call.options.value(u"wait"_s)),
        tr("Write it like --wait 600."));
}

Error gaveUp(const QString &service, int left)
{
    return {ErrorCode::Denied, service, tr("\"%1\" was not restarted.").arg(service),
        tr("The wait was broken off with %n session(s) open.", nullptr, left),
        tr("They go on, and the rules take new ones again.")};
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
        "Sessions that are open then end. With --wait the rules that publish the service take no new sessions, and "
        "the\n"
        "restart waits until nobody is left, or that many seconds; afterwards the rules take new ones again. Ctrl+C\n"
        "while it waits leaves everything as it was. Where a gateway's engine cannot hold new sessions off, that is "
        "said\n"
        "and those that are open are waited for all the same.\n\n"
        "Exit code 0: it runs. 1: it does not, or could not be asked, or nobody waited to the end.\n\n"
        "  ferryctl restart rules.json files-1\n"
        "  ferryctl restart --wait 600 rules.json files-1");
}

QString RestartVerb::jsonShape() const
{
    return u"{\"service\", \"succeeded\", \"oldPid\", \"newPid\", \"port\", \"banner\", \"sessionsCut\", \"elapsed\",\n"
           "  \"lastGoodRestored\", \"reason\"}; with --wait also \"sessionsBefore\" and \"waitedMs\""_s;
}

void RestartVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"wait"_s, tr("Waits until nobody is left, or so many seconds, up to a day."), tr("SECONDS")});
    addIdentityOption(parser);
}

int RestartVerb::run(const Call &call) const
{
    const Result<std::optional<std::chrono::seconds>> patience = patienceOf(call);
    if (!patience) {
        call.terminal.error(patience.error());
        return ExitError;
    }
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
    std::optional<ServiceDrain> drain;
    std::optional<ServiceDrain::Waited> waited;
    if (*patience) {
        drain.emplace(*opened, **service, call.terminal);
        const Result<ServiceDrain::Waited> result = drain->wait(**patience);
        if (!result || result->end == ServiceDrain::End::Interrupted) {
            call.terminal.error(result ? gaveUp(call.arguments[1], result->left) : result.error());
            return ExitError;
        }
        waited = *result;
    }
    const auto report = await<AgentResult<RestartReport>>(
        [&](const auto &done) { (*channel)->restart((*service)->id, &context, done); });
    if (!report) {
        call.terminal.error(report.error().error);
        return ExitError;
    }
    QJsonObject json = toJson(*report);
    if (waited) {
        json.insert(u"sessionsBefore"_s, waited->before);
        json.insert(u"waitedMs"_s, static_cast<qint64>(waited->time.count()));
    }
    call.terminal.json(json);
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
