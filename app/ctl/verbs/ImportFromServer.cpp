#include "app/ctl/verbs/ImportFromServer.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "models/store/RuleSetFile.h"
#include "models/store/ServerImport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportFromServer", text);
}

/// The service of the rule set, or a new one where --agent says who manages it.
Result<FtpService> subject(const Call &call, const RuleSet &ruleSet)
{
    const QString id = call.options.value(u"server"_s);
    const QString agent = call.options.value(u"agent"_s);
    const Result<const FtpService *> known = serviceOf(ruleSet, id);
    if (known && (agent.isEmpty() || agent == (*known)->agent))
        return **known;
    if (known) {
        return failure(ErrorCode::InvalidInput, id, tr("Nothing was imported."),
            tr("The agent of \"%1\" is %2 in the rule set, not %3.").arg(id, (*known)->agent, agent),
            tr("Leave --agent out."));
    }
    if (agent.isEmpty())
        return failure(known.error());
    const Result<ServiceId> newId = ServiceId::parse(id);
    if (!newId)
        return failure(newId.error());
    FtpService service;
    service.id = *newId;
    service.name = id;
    service.agent = agent;
    return service;
}

Result<ServiceConfig> askServer(Workbench &bench, const FtpService &service)
{
    const Result<backend::AgentChannel *> channel = bench.agents.channel(service.agent);
    if (!channel)
        return failure(channel.error());
    QObject context;
    const auto observation =
        await<AgentResult<Observation>>([&](const auto &done) { (*channel)->observe(&context, done); });
    return observation ? foundOnServer(*observation, service) : failure(observation.error().error);
}

QJsonObject previewToJson(const ServerImport &preview, bool isDone)
{
    QJsonArray items;
    for (const ServerImport::Item &item : preview.items) {
        items.append(QJsonObject{{u"site"_s, item.site}, {u"setting"_s, item.setting}, {u"ruleSet"_s, item.ruleSet},
            {u"server"_s, item.server}});
    }
    return {{u"imported"_s, isDone}, {u"changesNothing"_s, preview.changesNothing()},
        {u"service"_s, preview.service.id.text()}, {u"settings"_s, items},
        {u"notes"_s, QJsonArray::fromStringList(preview.notes)}};
}

QString previewText(const ServerImport &preview)
{
    QList<QStringList> rows{{tr("Setting"), tr("Rule set"), tr("Server")}};
    for (const ServerImport::Item &item : preview.items) {
        rows.append({item.site.isEmpty() ? item.setting : tr("Site \"%1\", %2").arg(item.site, item.setting),
            item.ruleSet, item.server});
    }
    return aligned(rows);
}

} // namespace

int runServerImport(const Call &call)
{
    Terminal &terminal = call.terminal;
    const QString path = call.arguments[0];
    const Result<FileStamp> stamp = fileStamp(path);
    std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    const Result<FtpService> service = stamp ? subject(call, opened->ruleSet) : failure(stamp.error());
    const Result<ServiceConfig> found = service ? askServer(*opened->bench, *service) : failure(service.error());
    if (!found) {
        terminal.error(found.error());
        return ExitError;
    }
    const ServerImport preview = previewServerImport(opened->ruleSet, *service, *found);
    for (const QString &note : preview.notes)
        terminal.note(note);
    // Carried out on a copy in memory first, so that what would be refused is never offered.
    RuleSet result = opened->ruleSet;
    if (const Result<Change> done = importFromServer(preview)->apply(result); !done) {
        terminal.error(done.error());
        return ExitError;
    }
    if (result == opened->ruleSet) {
        terminal.json(previewToJson(preview, false));
        terminal.line(tr("The rule set says what the server has."));
        return ExitDone;
    }
    terminal.line(previewText(preview));
    if (!call.options.isSet(u"yes"_s) && !terminal.ask(tr("Import this?"))) {
        terminal.json(previewToJson(preview, false));
        terminal.line(tr("Nothing was imported. Add --yes to do it."));
        return ExitChanges;
    }
    ++result.revision;
    if (const auto saved = saveRuleSet(path, result, *stamp); !saved) {
        terminal.error(saved.error());
        return ExitError;
    }
    terminal.json(previewToJson(preview, true));
    terminal.line(tr("Imported; %1 is revision %2 now.").arg(path).arg(result.revision));
    return ExitDone;
}

} // namespace ferry::ctl
