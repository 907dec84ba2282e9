#include "app/ctl/cli/OpenTransactions.h"

#include "app/ctl/cli/Await.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentChannel;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("OpenTransactions", text);
}

struct NodeOutcome {
    QString agent;
    QString node;
    std::optional<ApplyRecord> record;
    std::optional<Error> error;
};

NodeOutcome endOn(AgentChannel &channel, Ending ending, const QString &why)
{
    QObject context;
    NodeOutcome outcome{channel.agent(), channel.agent(), {}, {}};
    const auto status = await<AgentResult<NodeStatus>>([&](const auto &done) { channel.status(&context, done); });
    outcome.node = channel.nodeName();
    if (!status) {
        outcome.error = status.error().error;
        return outcome;
    }
    const bool isOpen = status->open
        && (ending == Ending::RollBack ? status->transaction != TransactionState::None
                                       : status->transaction == TransactionState::Committed);
    if (!isOpen)
        return outcome;
    const TransactionRequest request{status->open->transaction, why};
    const auto ended = await<AgentResult<ApplyRecord>>([&](const auto &done) {
        if (ending == Ending::Confirm)
            channel.confirm(request, &context, done);
        else
            channel.rollback(request, &context, done);
    });
    if (ended)
        outcome.record = *ended;
    else
        outcome.error = ended.error().error;
    return outcome;
}

QString outcomeText(const NodeOutcome &outcome, Ending ending)
{
    if (outcome.error)
        return outcome.error->text();
    if (!outcome.record)
        return ending == Ending::Confirm ? tr("nothing to confirm") : tr("nothing to take back");
    return ending == Ending::Confirm ? tr("confirmed") : tr("rolled back");
}

} // namespace

int endOpenTransactions(const Call &call, Ending ending, const QString &why)
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    QList<QStringList> rows;
    QJsonArray nodes;
    bool hasFailed = false;
    for (const QString &agent : agentsOf(opened->ruleSet)) {
        const Result<AgentChannel *> channel = opened->bench->agents.channel(agent);
        const NodeOutcome outcome =
            channel ? endOn(**channel, ending, why) : NodeOutcome{agent, agent, {}, channel.error()};
        rows.append({outcome.node, outcomeText(outcome, ending)});
        QJsonObject json{{u"agent"_s, outcome.agent}, {u"node"_s, outcome.node}};
        if (outcome.record)
            json.insert(u"record"_s, toJson(*outcome.record));
        if (outcome.error)
            json.insert(u"error"_s, errorToJson(*outcome.error));
        nodes.append(json);
        hasFailed = hasFailed || outcome.error;
    }
    call.terminal.json({{u"nodes"_s, nodes}});
    call.terminal.line(aligned(rows));
    return hasFailed ? ExitError : ExitDone;
}

} // namespace ferry::ctl
