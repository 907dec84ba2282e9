#include "app/ctl/verbs/ApplyVerb.h"

#include "app/ctl/cli/ProgressLines.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"
#include "app/ctl/cli/VerifyArguments.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::ApplyOptions;

QString tr(const char *text)
{
    return QCoreApplication::translate("ApplyVerb", text);
}

QJsonObject resultJson(const backend::Plan &plan, const ApplyProgress &progress, const backend::Deployer &deployer)
{
    QJsonObject json = progressToJson(progress);
    json.insert(u"transaction"_s, deployer.transaction());
    json.insert(u"plan"_s, planToJson(plan));
    QJsonArray tests;
    for (const ProbeReport &report : deployer.reports())
        tests.append(reportToJson(report));
    json.insert(u"tests"_s, tests);
    return json;
}

Result<ApplyOptions> optionsOf(const Call &call)
{
    ApplyOptions options;
    options.why = call.options.value(u"why"_s);
    options.verify = !call.options.isSet(u"no-verify"_s);
    options.confirmWhenVerified = call.options.value(u"confirm"_s) == "auto"_L1;
    if (call.options.value(u"on-failed-test"_s) == "rollback"_L1)
        options.onFailedVerification = ApplyOptions::OnFailure::RollBack;
    bool isNumber = false;
    const int seconds = call.options.value(u"confirm-within"_s).toInt(&isNumber);
    const QString confirm = call.options.value(u"confirm"_s);
    const QString onFailed = call.options.value(u"on-failed-test"_s);
    const QString what = tr("Nothing was applied.");
    if (!isNumber || seconds < 1 || seconds > 3600)
        return failure(ErrorCode::InvalidInput, u"--confirm-within"_s, what, tr("It takes 1 to 3600 seconds."));
    if (confirm != "auto"_L1 && confirm != "later"_L1)
        return failure(ErrorCode::InvalidInput, u"--confirm"_s, what, tr("It is \"auto\" or \"later\"."));
    if (onFailed != "rollback"_L1 && onFailed != "keep"_L1 && onFailed != "later"_L1)
        return failure(
            ErrorCode::InvalidInput, u"--on-failed-test"_s, what, tr("It is \"rollback\", \"keep\" or \"later\"."));
    options.confirmWithin = std::chrono::seconds(seconds);
    Result<backend::VerifyOptions> verification = verifyOptions(call);
    if (!verification)
        return failure(verification.error());
    options.verification = std::move(*verification);
    return options;
}

} // namespace

QString ApplyVerb::summary() const
{
    return tr("brings the nodes to what the rule set says, tests it, and confirms");
}

QString ApplyVerb::help() const
{
    return tr(
        "Shows the plan and asks (or takes --yes). Then every node prepares; one refusal, and nothing has changed "
        "anywhere.\n"
        "FTP services commit before gateways, a service restarts where its new configuration needs it, and each "
        "changed\n"
        "rule is tested from the outside: login, PASV and EPSV, LIST, RETR, hash of the bytes.\n\n"
        "What passed the test is confirmed (--confirm auto) or left for \"ferryctl confirm\" (--confirm later). "
        "Without a\n"
        "confirm the agents go back by themselves after --confirm-within seconds, also when this program has died.\n"
        "After a failed test everything is rolled back, kept (--on-failed-test keep), or left unconfirmed (later).\n\n"
        "Exit code 0: applied, or nothing to do. 1: the old configuration runs, and stderr says why.\n\n"
        "  ferryctl apply rules.json\n"
        "  ferryctl apply --yes --why \"partner moved\" --user test --password-file pw rules.json");
}

QString ApplyVerb::jsonShape() const
{
    return u"{\"phase\": \"confirmed|unconfirmed|rolled-back|failed|nothing-to-do|refused\", \"transaction\",\n"
           "  \"steps\": [{\"node\", \"title\", \"detail\", \"state\": \"done|failed|skipped|waiting\"}],\n"
           "  \"error\"?: {\"code\", \"subject\"?, \"what\", \"why\"?, \"remedy\"?},\n"
           "  \"conflict\"?: {\"who\", \"from\", \"when\", \"why\", \"what\": [], \"generation\", \"transaction\", "
           "\"outcome\"},\n"
           "  \"plan\": as of \"plan\", \"tests\": [as of \"test\"]}"_s;
}

void ApplyVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({u"yes"_s, tr("Applies without asking.")});
    parser.addOption({u"why"_s, tr("The reason, for the audit log and for others."), tr("TEXT")});
    parser.addOption({u"confirm"_s, tr("\"auto\": once the test passed. \"later\": leave it to \"ferryctl confirm\"."),
        tr("WHEN"), u"auto"_s});
    parser.addOption(
        {u"confirm-within"_s, tr("Seconds until the agents go back by themselves."), tr("SECONDS"), u"60"_s});
    parser.addOption({u"no-verify"_s, tr("Does not test from the outside.")});
    parser.addOption({u"on-failed-test"_s, tr("\"rollback\", \"keep\", or \"later\"."), tr("WHAT"), u"rollback"_s});
    addVerifyOptions(parser);
}

int ApplyVerb::run(const Call &call) const
{
    const Result<ApplyOptions> options = optionsOf(call);
    if (!options) {
        call.terminal.error(options.error());
        return ExitError;
    }
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    Terminal &terminal = call.terminal;
    Workbench &bench = *opened->bench;

    terminal.progress(tr("Asking the agents what they run\u2026"));
    // Whoever is asked should also see the files and whom a restart cuts off.
    const backend::Plan plan = bench.plan(opened->ruleSet,
        call.options.isSet(u"yes"_s) ? backend::Planner::Depth::Words : backend::Planner::Depth::Native);
    if (plan.isComplete() && !plan.hasChanges()) {
        terminal.json({{u"phase"_s, u"nothing-to-do"_s}, {u"plan"_s, planToJson(plan)}});
        terminal.line(tr("Everything runs as the rule set has it."));
        return ExitDone;
    }
    terminal.line(planText(plan));
    const bool mayApply = call.options.isSet(u"yes"_s) || (plan.isComplete() && terminal.ask(tr("Apply this?")));
    if (!mayApply) {
        const Error error{ErrorCode::Cancelled, {}, tr("Nothing was applied."), tr("Nobody said yes."),
            tr("Answer the question on a terminal, or add --yes.")};
        if (terminal.isJson())
            terminal.json(
                {{u"phase"_s, u"refused"_s}, {u"plan"_s, planToJson(plan)}, {u"error"_s, errorToJson(error)}});
        else
            terminal.error(error);
        return ExitError;
    }

    ProgressLines lines(terminal);
    Result<ApplyProgress> progress = bench.apply(plan, *options, [&](const ApplyProgress &now) { lines.show(now); });
    if (!progress) {
        if (terminal.isJson())
            terminal.json({{u"phase"_s, u"failed"_s}, {u"plan"_s, planToJson(plan)},
                {u"error"_s, errorToJson(progress.error())}});
        else
            terminal.error(progress.error());
        return ExitError;
    }
    const std::optional<Error> failedTest = progress->phase == ApplyPhase::Unconfirmed ? progress->error : std::nullopt;
    if (failedTest && call.options.value(u"on-failed-test"_s) == "keep"_L1)
        progress = bench.confirm();

    terminal.json(resultJson(plan, *progress, bench.deployer));
    if (failedTest && !terminal.isJson())
        terminal.error(*failedTest);
    switch (progress->phase) {
    case ApplyPhase::Confirmed:
        terminal.line(failedTest  ? tr("Applied and kept, although the test failed.")
                : options->verify ? tr("Applied, tested and confirmed.")
                                  : tr("Applied and confirmed, not tested."));
        return ExitDone;
    case ApplyPhase::Unconfirmed:
        terminal.line(
            tr("Applied and not confirmed: the agents go back in %1 seconds. Keep it with \"ferryctl confirm %2\".")
                .arg(progress->confirmLeft.count() / 1000)
                .arg(call.arguments.first()));
        return failedTest ? ExitError : ExitDone;
    default:
        if (!terminal.isJson()) {
            terminal.error(progress->error.value_or(Error{}));
            if (progress->conflict)
                terminal.note(conflictText(*progress->conflict));
        }
        return ExitError;
    }
}

} // namespace ferry::ctl
