#include "app/ctl/verbs/ImportVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"
#include "app/ctl/verbs/ImportFromServer.h"
#include "models/store/Import.h"
#include "models/store/RuleSetFile.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportVerb", text);
}

QString whatName(ImportItem::What what)
{
    switch (what) {
    case ImportItem::What::Added:
        return u"added"_s;
    case ImportItem::What::Changed:
        return u"changed"_s;
    case ImportItem::What::Removed:
        return u"removed"_s;
    case ImportItem::What::Same:
        break;
    }
    return u"same"_s;
}

QString whatMark(ImportItem::What what)
{
    switch (what) {
    case ImportItem::What::Added:
        return u"+"_s;
    case ImportItem::What::Changed:
        return u"~"_s;
    case ImportItem::What::Removed:
        return u"-"_s;
    case ImportItem::What::Same:
        break;
    }
    return u"="_s;
}

QJsonObject previewToJson(const ImportPreview &preview, bool isDone)
{
    QJsonArray items;
    for (const ImportItem &item : preview.items) {
        items.append(QJsonObject{{u"what"_s, whatName(item.what)}, {u"kind"_s, kindName(item.kind)}, {u"id"_s, item.id},
            {u"name"_s, item.name}, {u"words"_s, QJsonArray::fromStringList(item.words)}});
    }
    QJsonArray problems;
    for (const Error &problem : preview.problems)
        problems.append(errorToJson(problem));
    return {{u"imported"_s, isDone}, {u"changesNothing"_s, preview.changesNothing()}, {u"items"_s, items},
        {u"problems"_s, problems}};
}

QString previewText(const ImportPreview &preview)
{
    QStringList lines;
    for (const ImportItem &item : preview.items) {
        if (item.what == ImportItem::What::Same)
            continue;
        lines.append(u"%1 %2 %3  %4"_s.arg(whatMark(item.what), kindName(item.kind), item.id, item.name));
        for (const QString &word : item.words)
            lines.append(u"    "_s + word);
    }
    return lines.join(u'\n');
}

} // namespace

QString ImportVerb::summary() const
{
    return tr("takes another file's rules, or what an FTP server has, into this one, with a preview");
}

QString ImportVerb::help() const
{
    return tr(
        "Shows what would be added, changed and removed in FILE, and asks (or takes --yes). A merge replaces objects\n"
        "with the same id and adds the others; --replace puts INCOMING in the place of everything. Whatever is wrong\n"
        "with INCOMING is said with line and column, and nothing is changed.\n\n"
        "With --server the FTP service takes over what its server has: passive range, external addresses, ports and\n"
        "TLS of its sites, sites that are new. Its agent reads them from the server's own files. Applied afterwards,\n"
        "this changes nothing on the server. --agent adds a service that the rule set does not have yet.\n\n"
        "Exit code 0: imported, or nothing to do. 2: there are changes, and nobody said yes. 1: it was refused.\n\n"
        "  ferryctl import rules.json partner.json\n"
        "  ferryctl import --yes --replace rules.json backup.json\n"
        "  ferryctl import rules.json --server files-1\n"
        "  ferryctl import rules.json --server files-2 --agent 198.51.100.21:7521");
}

QString ImportVerb::jsonShape() const
{
    return u"{\"imported\", \"changesNothing\", \"items\": [{\"what\": \"added|changed|same|removed\", \"kind\", "
           u"\"id\", \"name\",\n"
           "  \"words\"}], \"problems\": [error]}; with --server {\"imported\", \"changesNothing\", \"service\", "
           "\"settings\":\n"
           "  [{\"site\", \"setting\", \"ruleSet\", \"server\"}], \"notes\"}"_s;
}

void ImportVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"replace"_s, tr("Puts INCOMING in the place of everything instead of merging.")});
    parser.addOption({u"yes"_s, tr("Imports without asking.")});
    parser.addOption({u"server"_s, tr("Imports what the server of this FTP service has."), tr("SERVICE")});
    parser.addOption({u"agent"_s, tr("Adds the FTP service of --server, which this agent manages."), tr("ADDRESS")});
    addIdentityOption(parser);
}

int ImportVerb::run(const Call &call) const
{
    const bool isFromServer = call.options.isSet(u"server"_s);
    if (isFromServer != (call.arguments.size() == 1) || (call.options.isSet(u"agent"_s) && !isFromServer)
        || (call.options.isSet(u"replace"_s) && isFromServer)) {
        call.terminal.error({ErrorCode::InvalidInput, name(), tr("Nothing was imported."),
            tr("An import is from another file, or with --server from a server."),
            tr("\"ferryctl import --help\" shows both.")});
        return ExitError;
    }
    if (isFromServer)
        return runServerImport(call);
    const QString path = call.arguments[0];
    const std::optional<RuleSet> current = readRuleSetFile(call, path);
    if (!current)
        return ExitError;
    const Result<FileStamp> stamp = fileStamp(path);
    const std::optional<RuleSet> incoming = readRuleSetFile(call, call.arguments[1]);
    if (!incoming || !stamp)
        return ExitError;
    ImportPreview preview =
        previewImport(*current, *incoming, call.options.isSet(u"replace"_s) ? ImportMode::Replace : ImportMode::Merge);
    Terminal &terminal = call.terminal;
    if (!preview.problems.isEmpty()) {
        terminal.json(previewToJson(preview, false));
        for (const Error &problem : preview.problems) {
            if (!terminal.isJson())
                terminal.error(problem);
        }
        return ExitError;
    }
    if (preview.changesNothing()) {
        terminal.json(previewToJson(preview, false));
        terminal.line(tr("Everything is there already."));
        return ExitDone;
    }
    terminal.line(previewText(preview));
    if (!call.options.isSet(u"yes"_s) && !terminal.ask(tr("Import this?"))) {
        terminal.json(previewToJson(preview, false));
        terminal.line(tr("Nothing was imported. Add --yes to do it."));
        return ExitChanges;
    }
    ++preview.result.revision;
    if (const auto saved = saveRuleSet(path, preview.result, *stamp); !saved) {
        terminal.error(saved.error());
        return ExitError;
    }
    terminal.json(previewToJson(preview, true));
    terminal.line(tr("Imported; %1 is revision %2 now.").arg(path).arg(preview.result.revision));
    return ExitDone;
}

} // namespace ferry::ctl
