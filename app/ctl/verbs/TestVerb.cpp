#include "app/ctl/verbs/TestVerb.h"

#include "app/backend/probe/CurlProber.h"
#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"
#include "app/ctl/cli/VerifyArguments.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("TestVerb", text);
}

QList<PublishedRule> publishedRules(const RuleSet &ruleSet, const QStringList &ids)
{
    QList<PublishedRule> rules;
    for (const NodeConfig &node : nodeConfigs(ruleSet)) {
        for (const GatewayConfig &gateway : node.gateways) {
            for (const PublishedRule &rule : gateway.rules) {
                if (ids.isEmpty() || ids.contains(rule.id.text()))
                    rules.append(rule);
            }
        }
    }
    return rules;
}

std::optional<QString> firstUnknown(const RuleSet &ruleSet, const QStringList &ids)
{
    for (const QString &id : ids) {
        const Result<RuleId> parsed = RuleId::parse(id);
        if (!parsed || !ruleSet.rules.contains(*parsed))
            return id;
    }
    return std::nullopt;
}

} // namespace

QString TestVerb::summary() const
{
    return tr("walks the way of a client through a rule, from the outside");
}

QString TestVerb::help() const
{
    return tr(
        "Connects to the listener of each rule (or of those named) as any client would: greeting, AUTH TLS, "
        "handshake,\n"
        "login, LIST and RETR by EPSV and by PASV, hash of the bytes. A wrong address in 227 is not hidden. For each\n"
        "failure it names the cause, and the finding whose fix cures it. No agent is asked.\n\n"
        "Exit code 0: all passed. 2: a test failed. 1: nothing could be tested.\n\n"
        "  ferryctl test rules.json partner-upload\n"
        "  ferryctl test --user test --password-file pw --upload incoming rules.json");
}

QString TestVerb::jsonShape() const
{
    return u"{\"tests\": [{\"rule\", \"target\", \"succeeded\", \"steps\": [{\"title\", \"state\": "
           u"\"done|failed|skipped\",\n"
           "  \"detail\", \"elapsedMs\", \"cause\"?, \"finding\"?}]}]}"_s;
}

void TestVerb::addOptions(QCommandLineParser &parser) const
{
    addVerifyOptions(parser);
}

int TestVerb::run(const Call &call) const
{
    const std::optional<RuleSet> ruleSet = readRuleSetFile(call, call.arguments.first());
    if (!ruleSet)
        return ExitError;
    const QStringList ids = call.arguments.mid(1);
    const QString what = tr("Nothing was tested.");
    if (const std::optional<QString> unknown = firstUnknown(*ruleSet, ids)) {
        call.terminal.error({ErrorCode::NotFound, *unknown, what, tr("The rule set has no such rule."), {}});
        return ExitError;
    }
    const QList<PublishedRule> rules = publishedRules(*ruleSet, ids);
    if (rules.isEmpty()) {
        call.terminal.error({ErrorCode::NotFound, {}, what, tr("No enabled rule is published by a gateway."), {}});
        return ExitError;
    }
    const Result<backend::VerifyOptions> options = verifyOptions(call);
    if (!options) {
        call.terminal.error(options.error());
        return ExitError;
    }
    backend::CurlProber prober;
    backend::VerifyOptions all = *options;
    all.atMost = static_cast<int>(rules.size());
    backend::Verifier verifier(rules, all, prober, nullptr);
    for (const PublishedRule &rule : rules)
        call.terminal.progress(tr("Testing %1\u2026").arg(rule.id.text()));
    const bool isDone = await<bool>([&](const auto &done) { verifier.run([done] { done(true); }); });
    Q_UNUSED(isDone)

    QJsonArray tests;
    for (const ProbeReport &report : verifier.reports()) {
        tests.append(reportToJson(report));
        call.terminal.line(reportText(report));
    }
    call.terminal.json({{u"tests"_s, tests}});
    return verifier.succeeded() ? ExitDone : ExitChanges;
}

} // namespace ferry::ctl
