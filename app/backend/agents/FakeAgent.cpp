#include "app/backend/agents/FakeAgent.h"

#include <QPointer>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

RpcReply failed(Error error, std::optional<ApplyRecord> record = {})
{
    return tl::unexpected(RpcFailure{std::move(error), std::move(record)});
}

RpcReply noSuchTransaction()
{
    return failed({ErrorCode::NotFound, {}, u"Nothing was done."_s, u"No such transaction is open."_s, {}});
}

} // namespace

FakeAgent::FakeAgent(const QString &agent, QObject *parent) : AgentChannel(agent, parent) {}

void FakeAgent::request(
    Method method, const QJsonObject &params, std::chrono::milliseconds, QObject *context, ReplyHandler handler)
{
    if (m_calls)
        m_calls->append(agent() + u' ' + rowOf(method).name.toString());
    if (m_silent.contains(method))
        return;
    RpcReply reply;
    if (!m_online)
        reply =
            failed({ErrorCode::Unreachable, agent(), u"The agent was not reached."_s, u"It is switched off."_s, {}});
    else if (m_failures.contains(method))
        reply = failed(m_failures.value(method));
    else
        reply = answer(method, params);
    QMetaObject::invokeMethod(
        this,
        [guard = QPointer<QObject>(context), handler = std::move(handler), reply] {
            if (guard)
                handler(reply);
        },
        Qt::QueuedConnection);
}

RpcReply FakeAgent::answer(Method method, const QJsonObject &params)
{
    switch (method) {
    case Method::NodeStatus: {
        NodeStatus status;
        status.node = nodeName();
        status.generation = generationOf(m_running);
        status.transaction = m_transaction;
        if (m_transaction != TransactionState::None)
            status.open = m_open;
        status.last = m_last;
        return toJson(status);
    }
    case Method::ConfigObserve: {
        Observation observation;
        observation.generation = generationOf(m_running);
        observation.config = m_running;
        return toJson(observation);
    }
    case Method::ApplyPrepare: {
        const Result<PrepareRequest> request = fromJson<PrepareRequest>(params);
        return request ? prepareReply(*request) : failed(request.error());
    }
    case Method::ApplyCommit:
        return commitReply();
    case Method::ApplyConfirm:
        if (m_transaction != TransactionState::Committed)
            return noSuchTransaction();
        m_last = ended(u"confirmed"_s);
        return toJson(*m_last);
    case Method::ApplyRollback:
        if (m_transaction == TransactionState::None)
            return noSuchTransaction();
        if (m_transaction == TransactionState::Committed)
            m_running = m_previous;
        return toJson(ended(u"rolled back"_s));
    case Method::ServiceRestart: {
        RestartReport report;
        report.service = ServiceId::fromTrusted(params.value(u"service"_s).toString());
        report.succeeded = true;
        report.newPid = 2;
        report.banner = u"220 ready"_s;
        return toJson(report);
    }
    default:
        return QJsonArray();
    }
}

RpcReply FakeAgent::prepareReply(const PrepareRequest &request)
{
    const Error conflict{ErrorCode::Conflict, agent(), u"Nothing was applied."_s, u"Someone else applied meanwhile."_s,
        u"Plan again."_s};
    if (m_transaction != TransactionState::None)
        return failed(conflict, m_open);
    if (request.baseGeneration != generationOf(m_running))
        return failed(conflict, m_last);
    m_staged = request.config;
    m_staged.agent.clear();
    m_open.transaction = request.transaction;
    m_open.generation = generationOf(request.config);
    m_open.who = u"fake"_s;
    m_open.when = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    m_open.why = request.why;
    m_open.what = request.what;
    m_transaction = TransactionState::Prepared;
    return toJson(PrepareReply{m_open.generation, {}, {}});
}

RpcReply FakeAgent::commitReply()
{
    if (m_transaction != TransactionState::Prepared)
        return noSuchTransaction();
    m_previous = std::exchange(m_running, m_staged);
    m_transaction = TransactionState::Committed;
    CommitReply reply{m_open.generation, {}, m_confirmWithin};
    for (const ServiceConfig &service : m_running.services) {
        RestartReport restart;
        restart.service = service.id;
        restart.succeeded = true;
        restart.newPid = 2;
        restart.elapsed = std::chrono::milliseconds(420);
        reply.restarts.append(restart);
    }
    return toJson(reply);
}

ApplyRecord FakeAgent::ended(const QString &outcome)
{
    m_transaction = TransactionState::None;
    m_open.outcome = outcome;
    return m_open;
}

} // namespace ferry::backend
