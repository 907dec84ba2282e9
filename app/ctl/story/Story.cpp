#include "app/ctl/story/Story.h"

#include "app/ctl/cli/ExitCode.h"
#include "app/ctl/story/StoryTeller.h"
#include "models/store/RuleSetFile.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("Story", text);
}

Result<void> tellIn(const Lab &lab, Narrator &narrator)
{
    narrator.step(
        u"0"_s, tr("A lab is brought up: vsftpd with TLS behind a gateway, on loopback, by an ordinary user"));
    const Result<LabState> state = lab.up([&](const QString &text) { narrator.say(text); });
    if (!state)
        return failure(state.error());
    Result<std::vector<std::unique_ptr<FtpClient>>> clients = FtpClient::findAll();
    if (!clients)
        return failure(clients.error());
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(lab.paths().identity());
    if (!bench)
        return failure(bench.error());
    auto ruleSet = loadRuleSet(lab.paths().ruleSet());
    if (!ruleSet)
        return failure(summary(ruleSet.error(), lab.paths().ruleSet()));
    narrator.check(tr("Gateway, server and both agents run"), Lab::isUp(*state), lab.paths().root);
    StoryTeller teller(narrator, lab, *state, **bench, std::move(*clients), std::move(*ruleSet));
    teller.tell();
    return {};
}

} // namespace

int tellStory(Terminal &terminal, const Lab::Options &options, bool isNamed, bool keepFiles)
{
    Lab::Options own = options;
    own.isDefaultDirectory = false;
    if (!isNamed)
        own.directory = u"%1-story-%2"_s.arg(options.directory).arg(QCoreApplication::applicationPid());
    const Lab lab(own);
    Narrator narrator(terminal);
    const Result<void> told = tellIn(lab, narrator);

    const Result<void> ended = lab.down(!keepFiles);
    if (!told) {
        terminal.error(told.error());
        return ExitError;
    }
    terminal.json(narrator.toJson());
    if (narrator.allHeld())
        terminal.line(tr("\nThe whole story held: %1 promises.").arg(narrator.checks()));
    else
        terminal.line(tr("\n%1 of %2 promises did not hold.").arg(narrator.broken()).arg(narrator.checks()));
    if (keepFiles)
        terminal.line(tr("The lab's files are in %1.").arg(lab.paths().root));
    if (!ended && ended.error().code != ErrorCode::NotFound) {
        terminal.error(ended.error());
        return ExitError;
    }
    return narrator.allHeld() ? ExitDone : ExitError;
}

} // namespace ferry::ctl
