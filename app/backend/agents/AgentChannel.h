#pragma once

#include "models/wire/Apply.h"
#include "models/wire/AuditEntry.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/LogEntry.h"
#include "models/wire/Method.h"
#include "models/wire/NodeStatus.h"
#include "models/wire/Operations.h"
#include "models/wire/Requests.h"
#include "models/wire/RpcMessage.h"

#include <QObject>

#include <functional>

namespace ferry::backend {

/// What came of a request: the reply, or why not (a conflict carries the Apply that is in the way).
template <class T>
using AgentResult = tl::expected<T, RpcFailure>;

/// Receives the result exactly once, later, never from inside the call; dropped if the context object died.
template <class T>
using Answer = std::function<void(const AgentResult<T> &)>;

/// The console's end of the conversation with one agent. Requests are typed; what they send is models/wire.
class AgentChannel : public QObject {
    Q_OBJECT
public:
    enum class State { Offline, Connecting, Online };

    AgentChannel(QString agent, QObject *parent) : QObject(parent), m_agent(std::move(agent)) {}

    /// "host:port", as in the rule set.
    [[nodiscard]] const QString &agent() const { return m_agent; }
    [[nodiscard]] virtual State state() const = 0;
    /// The agent's own name; the address until it is known.
    [[nodiscard]] virtual QString nodeName() const = 0;
    /// Stays connected, and tries again by itself after a loss. Without it a connection is made when a request needs
    /// one.
    virtual void keepConnected() = 0;

    void status(QObject *context, Answer<NodeStatus> answer);
    void observe(QObject *context, Answer<Observation> answer);
    void prepare(const PrepareRequest &request, QObject *context, Answer<PrepareReply> answer);
    void commit(const TransactionRequest &request, QObject *context, Answer<CommitReply> answer);
    void confirm(const TransactionRequest &request, QObject *context, Answer<ApplyRecord> answer);
    void rollback(const TransactionRequest &request, QObject *context, Answer<ApplyRecord> answer);
    void restart(const ServiceId &service, QObject *context, Answer<RestartReport> answer);
    void sessions(QObject *context, Answer<QList<SessionInfo>> answer);
    void transcript(const SessionRequest &session, QObject *context, Answer<SessionTranscript> answer);
    /// Answers with what goes on.
    void endSession(const SessionRequest &session, QObject *context, Answer<DrainReply> answer);
    void drain(const DrainRequest &what, QObject *context, Answer<DrainReply> answer);
    void upgrade(const UpgradeRequest &what, QObject *context, Answer<UpgradeReply> answer);
    void ballast(const BallastRequest &what, QObject *context, Answer<VolumeStatus> answer);
    void metrics(QObject *context, Answer<MetricsReply> answer);
    void log(int tail, QObject *context, Answer<QList<LogEntry>> answer);
    /// As log(); logged() follows for every new line.
    void subscribeLog(int tail, QObject *context, Answer<QList<LogEntry>> answer);
    void audit(int tail, QObject *context, Answer<QList<AuditEntry>> answer);

Q_SIGNALS:
    void stateChanged();
    void logged(const ferry::LogEntry &entry);
    void sessionsChanged();
    void progressed(const ferry::ProgressNote &note);
    void serviceChanged(const ferry::ServiceStatus &status);

protected:
    using ReplyHandler = std::function<void(const RpcReply &)>;

    /// As RpcPeer::request(), with connecting where that is needed.
    virtual void request(Method method, const QJsonObject &params, std::chrono::milliseconds timeout, QObject *context,
        ReplyHandler handler) = 0;
    /// Turns a notification into its signal; unknown and malformed ones are dropped.
    void notify(const QString &method, const QJsonObject &params);

private:
    template <class T>
    void ask(Method method, const QJsonObject &params, QObject *context, Answer<T> answer);

    QString m_agent;
};

/// Where the channels are found. One channel an agent, for as long as the directory lives.
class AgentDirectory {
public:
    virtual ~AgentDirectory() = default;
    /// `agent` is "host:port". Fails with InvalidInput where it is not.
    [[nodiscard]] virtual Result<AgentChannel *> channel(const QString &agent) = 0;
};

} // namespace ferry::backend
