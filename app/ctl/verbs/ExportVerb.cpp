#include "app/ctl/verbs/ExportVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "models/store/Export.h"
#include "models/store/RuleSetFile.h"
#include "models/store/RuleSetWriter.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportVerb", text);
}

} // namespace

QString ExportVerb::summary() const
{
    return tr("prints a rule set, or some of its rules, as stable text");
}

QString ExportVerb::help() const
{
    return tr(
        "Writes the rule set in its canonical form: sorted keys, defaults left out, so that it reviews well in Git.\n"
        "With --rule only those rules, with the protocol definitions, gateways and FTP services they need.\n"
        "The output is JSON with and without --json.\n\n"
        "Exit code 0, or 1 where the file could not be read or written.\n\n"
        "  ferryctl export rules.json --rule partner-upload --out partner.json");
}

QString ExportVerb::jsonShape() const
{
    return u"the rule set (resources/schema/ruleset-1.schema.json); with --out {\"file\", \"rules\"}"_s;
}

void ExportVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"rule"_s, tr("Only this rule; may be repeated."), tr("ID")});
    parser.addOption({u"out"_s, tr("Writes to FILE instead of the output."), tr("FILE")});
}

int ExportVerb::run(const Call &call) const
{
    std::optional<RuleSet> ruleSet = readRuleSetFile(call, call.arguments.first());
    if (!ruleSet)
        return ExitError;
    const QStringList ids = call.options.values(u"rule"_s);
    QList<RuleId> rules;
    for (const QString &id : ids) {
        const Result<RuleId> parsed = RuleId::parse(id);
        if (!parsed || !ruleSet->rules.contains(*parsed)) {
            call.terminal.error(
                {ErrorCode::NotFound, id, tr("Nothing was exported."), tr("The rule set has no such rule."), {}});
            return ExitError;
        }
        rules.append(*parsed);
    }
    if (!ids.isEmpty())
        ruleSet = exportRules(*ruleSet, rules);
    const QString out = call.options.value(u"out"_s);
    if (out.isEmpty()) {
        const QByteArray text = ruleSetText(*ruleSet);
        call.terminal.json(QJsonDocument::fromJson(text).object());
        call.terminal.line(QString::fromUtf8(text).trimmed());
        return ExitDone;
    }
    if (const auto saved = saveRuleSet(out, *ruleSet); !saved) {
        call.terminal.error(saved.error());
        return ExitError;
    }
    call.terminal.json({{u"file"_s, out}, {u"rules"_s, ruleSet->rules.size()}});
    call.terminal.line(tr("%1 written.").arg(out));
    return ExitDone;
}

} // namespace ferry::ctl
