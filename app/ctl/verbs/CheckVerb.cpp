#include "app/ctl/verbs/CheckVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"
#include "models/checks/FindingStore.h"
#include "models/checks/Subjects.h"
#include "models/edits/Document.h"
#include "models/store/RuleSetFile.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

// One fix can cure several findings, and uncover others; more rounds than this mean two fixes that fight.
constexpr int mostFixes = 1000;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("CheckVerb", text, comment, n);
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QJsonObject findingToJson(const Finding &finding)
{
    QJsonArray fixes;
    for (const QuickFix &fix : finding.fixes)
        fixes.append(fix.label);
    return {{u"code"_s, finding.code}, {u"severity"_s, severityName(finding.severity)},
        {u"kind"_s, kindName(finding.kind)}, {u"subject"_s, finding.subjectId}, {u"field"_s, finding.field},
        {u"title"_s, finding.title}, {u"explanation"_s, finding.explanation}, {u"fixes"_s, fixes}};
}

QString findingText(const Finding &finding)
{
    QString text =
        u"%1 %2  %3 %4"_s.arg(severityName(finding.severity), finding.code, kindName(finding.kind), finding.subjectId);
    if (!finding.field.isEmpty())
        text += u"  "_s + finding.field;
    text += u"\n    %1\n    %2"_s.arg(finding.title, finding.explanation);
    for (const QuickFix &fix : finding.fixes)
        text += u"\n    \u2192 "_s + fix.label;
    return text;
}

CheckFacts factsOfToday()
{
    CheckFacts facts;
    facts.today = QDate::currentDate();
    return facts;
}

bool asksForSomething(const Finding &finding)
{
    return finding.severity != Severity::Note;
}

std::optional<Finding> firstWithFix(const FindingStore &store, const RuleSet &ruleSet)
{
    QList<Subject> subjects = store.subjects();
    std::sort(subjects.begin(), subjects.end(),
        [&](const Subject &a, const Subject &b) { return placeOf(ruleSet, a) < placeOf(ruleSet, b); });
    for (const Subject &subject : std::as_const(subjects)) {
        for (const Finding &finding : store.findings(ruleSet, subject)) {
            if (asksForSomething(finding) && !finding.fixes.isEmpty())
                return finding;
        }
    }
    return std::nullopt;
}

// Takes the first fix of the first finding that has one, again and again. Gives what was done.
QStringList takeFixes(Document &document)
{
    FindingStore store;
    store.check(document.ruleSet(), factsOfToday());
    const auto follow = QObject::connect(&document, &Document::changed, &document, [&](const Change &change) {
        store.mark(document.ruleSet(), change);
        store.recheck(document.ruleSet());
    });
    QStringList done;
    while (done.size() < mostFixes) {
        const std::optional<Finding> next = firstWithFix(store, document.ruleSet());
        if (!next)
            break;
        EditPtr edit = next->fixes.first().makeEdit(document.ruleSet());
        const QString name = edit->name();
        if (!document.perform(std::move(edit)))
            break;
        done.append(u"%1 %2: %3"_s.arg(next->code, next->subjectId, name));
    }
    QObject::disconnect(follow);
    return done;
}

} // namespace

QString CheckVerb::summary() const
{
    return tr("says what will not work, why, and what cures it");
}

QString CheckVerb::help() const
{
    return tr(
        "Runs all checks over a rule set file. No agent is asked. Each finding has a stable code, says in words what\n"
        "will happen to clients, and names its quick fixes.\n\n"
        "With --fix the first quick fix of each finding is taken and the file is saved under the next revision.\n\n"
        "Exit code 0: no error and no warning. 2: there are some. 1: the file could not be read or saved.\n\n"
        "  ferryctl check rules.json\n"
        "  ferryctl check --fix rules.json && ferryctl plan rules.json");
}

QString CheckVerb::jsonShape() const
{
    return u"{\"findings\": [{\"code\", \"severity\": \"error|warning|note\", \"kind\": "
           u"\"rule|protocol|gateway|ftp-service\",\n"
           "  \"subject\", \"field\", \"title\", \"explanation\", \"fixes\": [label]}], \"fixed\"?: [text]}"_s;
}

void CheckVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"fix"_s, tr("Takes the quick fixes and saves the file.")});
}

int CheckVerb::run(const Call &call) const
{
    const QString path = call.arguments.first();
    std::optional<RuleSet> ruleSet = readRuleSetFile(call, path);
    if (!ruleSet)
        return ExitError;
    Document document;
    document.load(std::move(*ruleSet));
    QJsonObject json;
    if (call.options.isSet(u"fix"_s)) {
        const QStringList fixed = takeFixes(document);
        for (const QString &text : fixed)
            call.terminal.line(tr("fixed %1").arg(text));
        json.insert(u"fixed"_s, QJsonArray::fromStringList(fixed));
        if (document.isModified()) {
            RuleSet next = document.ruleSet();
            ++next.revision;
            if (const auto saved = saveRuleSet(path, next); !saved) {
                call.terminal.error(saved.error());
                return ExitError;
            }
        }
    }
    const QList<Finding> findings = checkRuleSet(document.ruleSet(), factsOfToday());
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(findingToJson(finding));
        call.terminal.line(findingText(finding));
    }
    json.insert(u"findings"_s, array);
    call.terminal.json(json);
    const int count = static_cast<int>(std::count_if(findings.cbegin(), findings.cend(), asksForSomething));
    call.terminal.line(count == 0 ? tr("Nothing to worry about.") : tr("%n finding(s).", nullptr, count));
    return count == 0 ? ExitDone : ExitChanges;
}

} // namespace ferry::ctl
