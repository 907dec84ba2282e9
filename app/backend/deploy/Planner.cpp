#include "app/backend/deploy/Planner.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUuid>

namespace ferry::backend {

struct Planner::Run {
    Depth depth = Depth::Words;
    Plan plan;
    QList<NodeConfig> running;
    qsizetype left = 0;
    QPointer<QObject> context;
    std::function<void(const Plan &)> done;
};

QString newTransactionId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Planner::Planner(AgentDirectory &agents, QObject *parent) : QObject(parent), m_agents(agents) {}

void Planner::plan(
    const QList<NodeConfig> &desired, Depth depth, QObject *context, std::function<void(const Plan &)> done)
{
    const auto run = std::make_shared<Run>();
    run->depth = depth;
    run->context = context;
    run->done = std::move(done);
    run->left = desired.size() + 1;
    run->running.resize(desired.size());
    for (const NodeConfig &config : desired) {
        NodePlan node;
        node.agent = config.agent;
        node.node = config.agent;
        node.desired = config;
        run->plan.nodes.append(node);
    }
    for (qsizetype i = 0; i < desired.size(); ++i)
        observe(run, i);
    // The last one to be counted off, so that a rule set without agents is answered later, too.
    QMetaObject::invokeMethod(this, [this, run] { finishOne(run); }, Qt::QueuedConnection);
}

void Planner::observe(const std::shared_ptr<Run> &run, qsizetype index)
{
    const Result<AgentChannel *> channel = m_agents.channel(run->plan.nodes[index].agent);
    if (!channel) {
        run->plan.nodes[index].problem = channel.error().text();
        finishOne(run);
        return;
    }
    (*channel)->observe(this, [this, run, index, channel = *channel](const AgentResult<Observation> &observation) {
        NodePlan &node = run->plan.nodes[index];
        node.node = channel->nodeName();
        if (!observation) {
            node.problem = observation.error().error.text();
            finishOne(run);
            return;
        }
        node.baseGeneration = observation->generation;
        node.changes = differences(observation->config, node.desired);
        run->running[index] = observation->config;
        if (run->depth == Depth::Native && !node.changes.isEmpty())
            stage(run, index, channel);
        else
            finishOne(run);
    });
}

void Planner::stage(const std::shared_ptr<Run> &run, qsizetype index, AgentChannel *channel)
{
    PrepareRequest request;
    request.transaction = newTransactionId();
    request.baseGeneration = run->plan.nodes[index].baseGeneration;
    request.config = run->plan.nodes[index].desired;
    request.why = QCoreApplication::translate("Planner", "Plan only");
    channel->prepare(
        request, this, [this, run, index, channel, id = request.transaction](const AgentResult<PrepareReply> &reply) {
            NodePlan &node = run->plan.nodes[index];
            if (!reply) {
                node.problem = reply.error().error.text();
                finishOne(run);
                return;
            }
            node.native = reply->changes;
            node.restarts = reply->restarts;
            channel->rollback({id, QCoreApplication::translate("Planner", "Plan only")}, this,
                [this, run](const AgentResult<ApplyRecord> &) { finishOne(run); });
        });
}

void Planner::finishOne(const std::shared_ptr<Run> &run)
{
    if (--run->left > 0)
        return;
    QList<ServiceConfig> services;
    for (qsizetype i = 0; i < run->plan.nodes.size(); ++i)
        services.append(changedServices(run->running[i], run->plan.nodes[i].desired));
    for (qsizetype i = 0; i < run->plan.nodes.size(); ++i)
        run->plan.touched.append(touchedRules(run->running[i], run->plan.nodes[i].desired, services));
    if (run->context)
        run->done(run->plan);
}

} // namespace ferry::backend
