#include "app/backend/deploy/Rollout.h"

#include "app/backend/deploy/Planner.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace ferry::backend {
namespace {

using namespace std::chrono_literals;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("ferry::backend::Rollout", text, comment, n);
}

bool mayHaveArrived(const RpcFailure &failure)
{
    return failure.error.code == ErrorCode::Unreachable || failure.error.code == ErrorCode::TimedOut;
}

QString restartText(const RestartReport &report)
{
    return tr("%1 restarted in %2 ms, pid %3")
        .arg(report.service.text())
        .arg(report.elapsed.count())
        .arg(report.newPid);
}

} // namespace

Rollout::Rollout(Request request, AgentDirectory &agents, const Clock &clock, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_clock(clock), m_transaction(newTransactionId())
{
    for (const NodePlan &plan : m_request.nodes) {
        Node node;
        node.plan = plan;
        node.channel = agents.channel(plan.agent).value_or(nullptr);
        node.hasServices = !plan.desired.services.isEmpty();
        node.prepareStep = m_steps.size();
        m_steps.append({plan.node, tr("Prepare %1").arg(plan.node), {}, StepState::Waiting});
        m_nodes.push_back(node);
    }
    for (const qsizetype index : allNodes()) {
        Node &node = nodeAt(index);
        node.commitStep = m_steps.size();
        m_steps.append({node.plan.node, tr("Commit %1").arg(node.plan.node), {}, StepState::Waiting});
    }
}

QList<qsizetype> Rollout::nodesWith(bool services) const
{
    QList<qsizetype> indexes;
    for (qsizetype i = 0; i < count(); ++i) {
        if (nodeAt(i).hasServices == services)
            indexes.append(i);
    }
    return indexes;
}

QList<qsizetype> Rollout::allNodes() const
{
    return nodesWith(true) + nodesWith(false);
}

void Rollout::setStep(qsizetype row, StepState state, const QString &detail)
{
    m_steps[row].state = state;
    m_steps[row].detail = detail;
    Q_EMIT stepsChanged();
}

void Rollout::forEach(const QList<qsizetype> &nodes, const NodeStep &step, const Done &done)
{
    struct Gathered {
        qsizetype left = 0;
        std::optional<RpcFailure> first;
    };
    if (nodes.isEmpty()) {
        done(std::nullopt);
        return;
    }
    const auto gathered = std::make_shared<Gathered>();
    gathered->left = nodes.size();
    for (const qsizetype index : nodes) {
        step(nodeAt(index), [gathered, done](const std::optional<RpcFailure> &failure) {
            if (failure && !gathered->first)
                gathered->first = failure;
            if (--gathered->left == 0)
                done(gathered->first);
        });
    }
}

void Rollout::prepare(Done done)
{
    const NodeStep step = [this](Node &node, const Done &whenDone) { prepareNode(node, whenDone); };
    const Done finish = [this, done = std::move(done)](const std::optional<RpcFailure> &failure) {
        if (!failure)
            return done(failure);
        rollback(tr("Another node refused."), [done, failure](const std::optional<RpcFailure> &) { done(failure); });
    };
    QList<qsizetype> rest;
    for (qsizetype i = 1; i < count(); ++i)
        rest.append(i);
    forEach({0}, step, [this, rest, step, finish](const std::optional<RpcFailure> &failure) {
        if (failure)
            finish(failure);
        else
            forEach(rest, step, finish);
    });
}

void Rollout::prepareNode(Node &node, const Done &done)
{
    setStep(node.prepareStep, StepState::Running, {});
    PrepareRequest request;
    request.transaction = m_transaction;
    request.baseGeneration = node.plan.baseGeneration;
    request.config = node.plan.desired;
    request.why = m_request.why;
    request.what = m_request.what;
    request.confirmWithin = m_request.confirmWithin;
    request.undoHandEdits = node.plan.undoHandEdits;
    node.channel->prepare(request, this, [this, &node, done](const AgentResult<PrepareReply> &reply) {
        if (reply) {
            node.stage = Stage::Prepared;
            setStep(node.prepareStep, StepState::Done,
                tr("%n file(s) staged", nullptr, static_cast<int>(reply->changes.size())));
            return done(std::nullopt);
        }
        // A reply that was lost may stand for a node that staged all the same.
        if (mayHaveArrived(reply.error()))
            node.stage = Stage::Prepared;
        setStep(node.prepareStep, StepState::Failed, reply.error().error.text());
        done(reply.error());
    });
}

void Rollout::commit(Done done)
{
    const NodeStep step = [this](Node &node, const Done &whenDone) { commitNode(node, whenDone); };
    const Done finish = [this, done = std::move(done)](const std::optional<RpcFailure> &failure) {
        if (!failure)
            return done(failure);
        rollback(failure->error.text(), [done, failure](const std::optional<RpcFailure> &) { done(failure); });
    };
    forEach(nodesWith(true), step, [this, step, finish](const std::optional<RpcFailure> &failure) {
        if (failure)
            finish(failure);
        else
            forEach(nodesWith(false), step, finish);
    });
}

void Rollout::commitNode(Node &node, const Done &done)
{
    setStep(node.commitStep, StepState::Running, {});
    node.channel->commit(named(), this, [this, &node, done](const AgentResult<CommitReply> &reply) {
        if (!reply) {
            if (mayHaveArrived(reply.error()))
                node.stage = Stage::Committed;
            setStep(node.commitStep, StepState::Failed, reply.error().error.text());
            return done(reply.error());
        }
        node.stage = Stage::Committed;
        const std::chrono::milliseconds goesBackAt = m_clock.monotonic() + reply->confirmWithin;
        m_deadline = std::min(m_deadline.value_or(goesBackAt), goesBackAt);
        QStringList details;
        for (const RestartReport &report : reply->restarts) {
            if (!report.succeeded) {
                const Error error{ErrorCode::Refused, node.plan.node,
                    tr("%1 did not come up with the new configuration.").arg(report.service.text()), report.reason,
                    report.lastGoodRestored ? tr("The last good configuration runs again.") : QString()};
                setStep(node.commitStep, StepState::Failed, error.text());
                return done(RpcFailure{error, {}});
            }
            details.append(restartText(report));
        }
        setStep(node.commitStep, StepState::Done, details.join(QStringLiteral(", ")));
        done(std::nullopt);
    });
}

void Rollout::confirm(Done done)
{
    forEach(allNodes(), [this](Node &node, const Done &whenDone) { confirmNode(node, whenDone); }, done);
}

void Rollout::confirmNode(Node &node, const Done &done)
{
    node.channel->confirm(named(), this, [this, &node, done](const AgentResult<ApplyRecord> &reply) {
        if (!reply)
            return confirmAgain(node, reply.error(), done);
        node.stage = Stage::Confirmed;
        done(std::nullopt);
    });
}

void Rollout::confirmAgain(Node &node, const RpcFailure &failure, const Done &done)
{
    if (mayHaveArrived(failure)) {
        if (m_deadline && m_clock.monotonic() >= *m_deadline)
            return done(failure);
        QTimer::singleShot(500ms, this, [this, &node, done] { confirmNode(node, done); });
        return;
    }
    if (failure.error.code != ErrorCode::NotFound)
        return done(failure);
    // "No such transaction": either it was confirmed and only the reply was lost, or the node went back meanwhile.
    node.channel->status(this, [this, &node, failure, done](const AgentResult<NodeStatus> &status) {
        if (status && status->last && status->last->transaction == m_transaction) {
            node.stage = Stage::Confirmed;
            return done(std::nullopt);
        }
        done(failure);
    });
}

void Rollout::rollback(const QString &why, Done done)
{
    QList<qsizetype> touched;
    // Gateways first: the reverse of commit.
    for (const qsizetype index : nodesWith(false) + nodesWith(true)) {
        if (nodeAt(index).stage == Stage::Prepared || nodeAt(index).stage == Stage::Committed)
            touched.append(index);
    }
    forEach(touched, [this, why](Node &node, const Done &whenDone) { rollbackNode(node, why, whenDone); }, done);
}

void Rollout::rollbackNode(Node &node, const QString &why, const Done &done)
{
    const qsizetype row = node.stage == Stage::Committed ? node.commitStep : node.prepareStep;
    node.channel->rollback(named(why), this, [this, &node, row, done](const AgentResult<ApplyRecord> &reply) {
        const bool isBack = reply || reply.error().error.code == ErrorCode::NotFound;
        const bool hasFailedBefore = m_steps[row].state == StepState::Failed;
        const QString &before = m_steps[row].detail;
        if (isBack) {
            node.stage = Stage::Untouched;
            if (!hasFailedBefore)
                setStep(row, StepState::Skipped, tr("rolled back"));
            return done(std::nullopt);
        }
        const QString late = tr("It was not reached for the rollback and goes back by itself.");
        setStep(row, StepState::Failed, hasFailedBefore ? before + u' ' + late : late);
        done(reply.error());
    });
}

} // namespace ferry::backend
