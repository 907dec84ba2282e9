#include "app/ctl/cli/HandEdits.h"

#include "app/ctl/cli/Await.h"
#include "models/plan/LineDifference.h"
#include "models/store/ServerImport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("HandEdits", text);
}

} // namespace

QStringList HandEdits::problems() const
{
    QStringList problems;
    for (const GatewayStatus &gateway : status.gateways) {
        if (gateway.running && !gateway.problem.isEmpty())
            problems << tr("Gateway %1: %2").arg(gateway.id.text(), gateway.problem);
    }
    return problems;
}

Result<HandEdits> askForHandEdits(Workbench &bench, const QString &agent)
{
    const Result<backend::AgentChannel *> channel = bench.agents.channel(agent);
    if (!channel)
        return failure(channel.error());
    QObject context;
    const auto status = await<AgentResult<NodeStatus>>([&](const auto &done) { (*channel)->status(&context, done); });
    if (!status)
        return failure(status.error().error);
    const auto observation =
        await<AgentResult<Observation>>([&](const auto &done) { (*channel)->observe(&context, done); });
    if (!observation)
        return failure(observation.error().error);
    return HandEdits{agent, *status, *observation};
}

QString handEditsText(const HandEdits &edits)
{
    QStringList lines{tr("%1 (%2):").arg(edits.status.node, edits.agent)};
    for (const QString &problem : edits.problems())
        lines << u"  "_s + problem;
    for (const NativeChange &change : edits.status.drift) {
        lines << u"  "_s + change.path;
        const QString difference = differenceText(lineDifference(change.before, change.after));
        for (const QString &line : difference.split(u'\n', Qt::SkipEmptyParts))
            lines << u"    "_s + line;
    }
    if (edits.isNone())
        lines.first() += u' ' + tr("nothing was edited by hand");
    return lines.join(u'\n');
}

QJsonObject handEditsToJson(const HandEdits &edits)
{
    QJsonArray files;
    for (const NativeChange &change : edits.status.drift)
        files.append(toJson(change));
    return {{u"agent"_s, edits.agent}, {u"node"_s, edits.status.node}, {u"files"_s, files},
        {u"problems"_s, QJsonArray::fromStringList(edits.problems())}};
}

backend::Plan handEditsPlan(const QList<HandEdits> &nodes, bool undo)
{
    backend::Plan plan;
    for (const HandEdits &edits : nodes) {
        NodePlan node;
        node.agent = edits.agent;
        node.node = edits.status.node;
        node.baseGeneration = edits.observation.generation;
        node.desired = edits.observation.config;
        node.desired.agent = edits.agent;
        node.undoHandEdits = undo;
        for (const NativeChange &change : edits.status.drift) {
            node.changes.append({PlannedChange::What::Change, change.path,
                undo ? tr("as the last Apply wrote it") : tr("taken over as it is")});
        }
        for (const QString &problem : edits.problems())
            node.changes.append({PlannedChange::What::Change, problem, tr("given its rules again")});
        plan.nodes.append(node);
    }
    return plan;
}

Result<RuleSet> takenOver(const RuleSet &ruleSet, const QList<HandEdits> &nodes, QStringList &taken)
{
    RuleSet result = ruleSet;
    for (const HandEdits &edits : nodes) {
        for (const FtpService &service : ruleSet.ftpServices) {
            if (service.agent != edits.agent)
                continue;
            const Result<ServiceConfig> found = foundOnServer(edits.observation, service);
            if (!found)
                return failure(found.error());
            const ServerImport import = previewServerImport(result, service, *found);
            for (const ServerImport::Item &item : import.items) {
                taken << tr("%1: %2 is %3 instead of %4")
                             .arg(service.id.text(),
                                 item.site.isEmpty() ? item.setting : tr("%1 of \"%2\"").arg(item.setting, item.site),
                                 item.server, item.ruleSet);
            }
            if (import.changesNothing())
                continue;
            if (const Result<Change> done = importFromServer(import)->apply(result); !done)
                return failure(done.error());
        }
    }
    return result;
}

} // namespace ferry::ctl
