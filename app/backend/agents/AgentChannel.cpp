#include "app/backend/agents/AgentChannel.h"

#include <utility>

namespace ferry::backend {
namespace {

using namespace std::chrono_literals;

// A prepare runs native checkers and a trial start, a commit restarts services and waits for their banner, an upgrade
// starts a program and waits for it.
std::chrono::milliseconds timeoutOf(Method method)
{
    switch (method) {
    case Method::ApplyPrepare:
        return 60s;
    case Method::ApplyCommit:
    case Method::ApplyRollback:
    case Method::ServiceRestart:
    case Method::GatewayUpgrade:
        return 120s;
    default:
        return 15s;
    }
}

template <class T>
AgentResult<T> decoded(const RpcReply &reply)
{
    if (!reply)
        return tl::unexpected(reply.error());
    Result<T> value = fromJson<T>(*reply);
    if (!value)
        return tl::unexpected(RpcFailure{value.error(), {}});
    return std::move(*value);
}

template <class T, class Signal>
void emitDecoded(AgentChannel *channel, Signal signal, const QJsonObject &params)
{
    if (const Result<T> value = fromJson<T>(params))
        Q_EMIT(channel->*signal)(*value);
}

} // namespace

template <class T>
void AgentChannel::ask(Method method, const QJsonObject &params, QObject *context, Answer<T> answer)
{
    request(method, params, timeoutOf(method), context,
        [answer = std::move(answer)](const RpcReply &reply) { answer(decoded<T>(reply)); });
}

void AgentChannel::status(QObject *context, Answer<NodeStatus> answer)
{
    ask(Method::NodeStatus, {}, context, std::move(answer));
}

void AgentChannel::observe(QObject *context, Answer<Observation> answer)
{
    ask(Method::ConfigObserve, {}, context, std::move(answer));
}

void AgentChannel::prepare(const PrepareRequest &prepareRequest, QObject *context, Answer<PrepareReply> answer)
{
    ask(Method::ApplyPrepare, toJson(prepareRequest), context, std::move(answer));
}

void AgentChannel::commit(const TransactionRequest &transaction, QObject *context, Answer<CommitReply> answer)
{
    ask(Method::ApplyCommit, toJson(transaction), context, std::move(answer));
}

void AgentChannel::confirm(const TransactionRequest &transaction, QObject *context, Answer<ApplyRecord> answer)
{
    ask(Method::ApplyConfirm, toJson(transaction), context, std::move(answer));
}

void AgentChannel::rollback(const TransactionRequest &transaction, QObject *context, Answer<ApplyRecord> answer)
{
    ask(Method::ApplyRollback, toJson(transaction), context, std::move(answer));
}

void AgentChannel::restart(const ServiceId &service, QObject *context, Answer<RestartReport> answer)
{
    ask(Method::ServiceRestart, toJson(RestartRequest{service}), context, std::move(answer));
}

void AgentChannel::sessions(QObject *context, Answer<QList<SessionInfo>> answer)
{
    ask(Method::SessionsList, {}, context, std::move(answer));
}

void AgentChannel::transcript(const SessionRequest &session, QObject *context, Answer<SessionTranscript> answer)
{
    ask(Method::SessionsTranscript, toJson(session), context, std::move(answer));
}

void AgentChannel::endSession(const SessionRequest &session, QObject *context, Answer<DrainReply> answer)
{
    ask(Method::SessionsEnd, toJson(session), context, std::move(answer));
}

void AgentChannel::drain(const DrainRequest &what, QObject *context, Answer<DrainReply> answer)
{
    ask(Method::GatewayDrain, toJson(what), context, std::move(answer));
}

void AgentChannel::upgrade(const UpgradeRequest &what, QObject *context, Answer<UpgradeReply> answer)
{
    ask(Method::GatewayUpgrade, toJson(what), context, std::move(answer));
}

void AgentChannel::ballast(const BallastRequest &what, QObject *context, Answer<VolumeStatus> answer)
{
    ask(Method::ServiceBallast, toJson(what), context, std::move(answer));
}

void AgentChannel::metrics(QObject *context, Answer<MetricsReply> answer)
{
    ask(Method::Metrics, {}, context, std::move(answer));
}

void AgentChannel::log(int tail, QObject *context, Answer<QList<LogEntry>> answer)
{
    ask(Method::LogTail, toJson(TailRequest{tail}), context, std::move(answer));
}

void AgentChannel::subscribeLog(int tail, QObject *context, Answer<QList<LogEntry>> answer)
{
    ask(Method::LogSubscribe, toJson(TailRequest{tail}), context, std::move(answer));
}

void AgentChannel::audit(int tail, QObject *context, Answer<QList<AuditEntry>> answer)
{
    ask(Method::AuditTail, toJson(TailRequest{tail}), context, std::move(answer));
}

void AgentChannel::notify(const QString &method, const QJsonObject &params)
{
    if (method == notification::logEntry)
        emitDecoded<LogEntry>(this, &AgentChannel::logged, params);
    else if (method == notification::sessionsChanged)
        Q_EMIT sessionsChanged();
    else if (method == notification::progress)
        emitDecoded<ProgressNote>(this, &AgentChannel::progressed, params);
    else if (method == notification::serviceState)
        emitDecoded<ServiceStatus>(this, &AgentChannel::serviceChanged, params);
}

} // namespace ferry::backend
