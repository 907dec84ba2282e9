#include "app/ctl/verbs/DriftVerb.h"

#include "app/ctl/cli/HandEdits.h"
#include "app/ctl/cli/ProgressLines.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"
#include "models/store/RuleSetFile.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("DriftVerb", text);
}

/// One run: what the nodes say, and what was made of it.
class Drift {
public:
    Drift(const Call &call, OpenedRuleSet &opened, FileStamp stamp)
        : m_call(call), m_opened(opened), m_stamp(std::move(stamp))
    {
    }

    int show()
    {
        for (const QString &agent : agentsOf(m_opened.ruleSet)) {
            const Result<HandEdits> edits = askForHandEdits(*m_opened.bench, agent);
            if (!edits) {
                m_nodes.append(QJsonObject{{u"agent"_s, agent}, {u"error"_s, errorToJson(edits.error())}});
                m_call.terminal.line(tr("%1 could not be asked: %2").arg(agent, edits.error().text()));
                m_isComplete = false;
                continue;
            }
            m_nodes.append(handEditsToJson(*edits));
            m_call.terminal.line(handEditsText(*edits));
            if (!edits->isNone())
                m_edited << *edits;
        }
        return !m_isComplete ? ExitError : m_edited.isEmpty() ? ExitDone : ExitChanges;
    }

    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    [[nodiscard]] bool isNone() const { return m_edited.isEmpty(); }

    int revert()
    {
        if (!mayGoOn(tr("Put the files back to what the last Apply wrote?")))
            return refuse();
        return apply(handEditsPlan(m_edited, true), u"reverted"_s, tr("The files are as the last Apply wrote them."));
    }

    int adopt()
    {
        QStringList taken;
        const Result<RuleSet> result = takenOver(m_opened.ruleSet, m_edited, taken);
        if (!result)
            return fail(result.error());
        for (const QString &words : std::as_const(taken))
            m_call.terminal.line(words);
        if (!mayGoOn(taken.isEmpty() ? tr("Take the files as they are?") : tr("Take this over into the rule set?")))
            return refuse();
        if (*result != m_opened.ruleSet) {
            RuleSet next = *result;
            ++next.revision;
            if (const auto saved = saveRuleSet(m_call.arguments[0], next, m_stamp); !saved)
                return fail(saved.error());
            report(u"adopted"_s);
            m_call.terminal.line(tr("%1 is revision %2 now. Apply it, so that every node has it.")
                    .arg(m_call.arguments[0])
                    .arg(next.revision));
            return ExitDone;
        }
        return apply(handEditsPlan(m_edited, false), u"adopted"_s, tr("The files are taken as they are."));
    }

    void report(const QString &outcome, const QJsonObject &more = {})
    {
        QJsonObject json{{u"nodes"_s, m_nodes}, {u"outcome"_s, outcome}};
        for (auto at = more.begin(); at != more.end(); ++at)
            json.insert(at.key(), at.value());
        m_call.terminal.json(json);
    }

private:
    [[nodiscard]] bool mayGoOn(const QString &question)
    {
        return m_call.options.isSet(u"yes"_s) || m_call.terminal.ask(question);
    }

    int refuse()
    {
        return fail({ErrorCode::Cancelled, {}, tr("Nothing was changed."), tr("Nobody said yes."),
            tr("Answer the question on a terminal, or add --yes.")});
    }

    int fail(const Error &error)
    {
        if (m_call.terminal.isJson())
            report(u"failed"_s, {{u"error"_s, errorToJson(error)}});
        else
            m_call.terminal.error(error);
        return ExitError;
    }

    int apply(const backend::Plan &plan, const QString &outcome, const QString &words)
    {
        backend::ApplyOptions options;
        options.why = m_call.options.value(u"why"_s);
        options.verify = false;
        options.confirmWhenVerified = true;
        ProgressLines lines(m_call.terminal);
        const Result<ApplyProgress> progress =
            m_opened.bench->apply(plan, options, [&](const ApplyProgress &now) { lines.show(now); });
        if (!progress)
            return fail(progress.error());
        if (progress->phase != ApplyPhase::Confirmed)
            return fail(progress->error.value_or(Error{}));
        report(outcome, progressToJson(*progress));
        m_call.terminal.line(words);
        return ExitDone;
    }

    const Call &m_call;
    OpenedRuleSet &m_opened;
    FileStamp m_stamp;
    QJsonArray m_nodes;
    QList<HandEdits> m_edited;
    bool m_isComplete = true;
};

} // namespace

QString DriftVerb::summary() const
{
    return tr("shows what was edited by hand on the nodes, undoes it, or takes it over");
}

QString DriftVerb::help() const
{
    return tr(
        "Shows for each native file that the last Apply wrote how it differs now: \"-\" was written, \"+\" is "
        "there.\n\n"
        "--revert puts the files back to what was written; services restart where that needs it, and the gateways get\n"
        "their rules again. If a service does not start with it, what was there comes back.\n"
        "--adopt takes the settings of the FTP servers over into the rule set file, which is then to be applied. "
        "Where\n"
        "only other lines were edited nothing is to be applied: the files count as written from then on. A gateway's\n"
        "own files have no settings that belong into a rule set, and are put back.\n\n"
        "Exit code 0: nothing was edited, or it was undone or taken over. 2: something was edited. 1: it did not "
        "work.\n\n"
        "  ferryctl drift rules.json\n"
        "  ferryctl drift --revert --why \"nobody knew of it\" rules.json");
}

QString DriftVerb::jsonShape() const
{
    return u"{\"nodes\": [{\"agent\", \"node\", \"files\": [{\"path\", \"before\", \"after\"}], \"problems\": []}\n"
           "   or {\"agent\", \"error\"}], \"outcome\": \"none|shown|reverted|adopted|failed\", \"error\"?}"_s;
}

void DriftVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({u"revert"_s, tr("Puts the files back to what the last Apply wrote.")});
    parser.addOption({u"adopt"_s, tr("Takes what is there over into the rule set file.")});
    parser.addOption({u"yes"_s, tr("Does it without asking.")});
    parser.addOption({u"why"_s, tr("The reason, for the audit log."), tr("TEXT")});
}

int DriftVerb::run(const Call &call) const
{
    const bool reverts = call.options.isSet(u"revert"_s);
    const bool adopts = call.options.isSet(u"adopt"_s);
    if (reverts && adopts) {
        call.terminal.error({ErrorCode::InvalidInput, u"--adopt"_s, tr("Nothing was changed."),
            tr("--revert and --adopt are opposites."), tr("Leave one of them out.")});
        return ExitError;
    }
    const Result<FileStamp> stamp = fileStamp(call.arguments[0]);
    std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    if (!stamp) {
        call.terminal.error(stamp.error());
        return ExitError;
    }
    Drift drift(call, *opened, *stamp);
    const int shown = drift.show();
    if (!drift.isComplete() || drift.isNone() || (!reverts && !adopts)) {
        drift.report(!drift.isComplete() ? u"failed"_s : drift.isNone() ? u"none"_s : u"shown"_s);
        return shown;
    }
    return reverts ? drift.revert() : drift.adopt();
}

} // namespace ferry::ctl
