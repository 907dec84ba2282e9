#pragma once

#include "app/agent/transactions/Transactions.h"

#include "models/wire/Operations.h"

#include <QHash>

namespace ferry::agent {

/// The agent's work, without sockets: what each method of models/wire/Method.h does on this node. Blocks; runs in the
/// worker.
class Node {
public:
    struct Notifications {
        std::function<void(const ProgressNote &)> progress;
        std::function<void(const ServiceStatus &)> serviceState;
    };

    /// Opens journal and audit log in the state folder, ends what a crash left open, brings the gateways up.
    [[nodiscard]] static Result<std::unique_ptr<Node>> create(
        const AgentConfig &config, Host host, const Clock &clock, const QString &boot, Notifications notifications);

    /// `method` is none of those that a connection answers by itself (hello, log.subscribe).
    [[nodiscard]] RpcReply handle(Method method, const QJsonObject &params, const Caller &caller);

    /// Called about once a second: deadlines, and processes that ended by themselves.
    void tick();
    /// Ends the gateways' and services' supervised processes.
    void endChildren();

    [[nodiscard]] AuditLog &audit() { return *m_audit; }
    [[nodiscard]] NodeStatus status();
    /// As Prometheus reads it.
    [[nodiscard]] QByteArray metrics();

private:
    Node(const AgentConfig &config, Host host, Journal journal, std::unique_ptr<AuditLog> audit, const Clock &clock,
        const QString &boot, Notifications notifications);

    [[nodiscard]] ServiceStatus statusOf(ManagedService &service) const;
    [[nodiscard]] QList<NativeChange> drift() const;
    [[nodiscard]] std::optional<Generation> runningOne() const;
    [[nodiscard]] Result<Observation> observe();
    [[nodiscard]] Answer<RestartReport> restart(const RestartRequest &request, const Caller &caller);
    [[nodiscard]] Result<QList<LogEntry>> logTail(int tail);
    [[nodiscard]] Result<QList<SessionInfo>> sessions();
    // What an operator does with a gateway (NodeOperations.cpp)
    [[nodiscard]] Result<GatewayEngine *> engineOf(const GatewayId &gateway);
    [[nodiscard]] Result<SessionTranscript> transcript(const SessionRequest &request);
    [[nodiscard]] Result<DrainReply> endSession(const SessionRequest &request, const Caller &caller);
    [[nodiscard]] Result<DrainReply> drain(const DrainRequest &request, const Caller &caller);
    [[nodiscard]] Result<UpgradeReply> upgrade(const UpgradeRequest &request, const Caller &caller);
    [[nodiscard]] Result<VolumeStatus> ballast(const BallastRequest &request, const Caller &caller);
    void note(const QString &event, const QString &text, const Caller &caller);

    AgentConfig m_config;
    Host m_host;
    Journal m_journal;
    Generations m_generations;
    std::unique_ptr<AuditLog> m_audit;
    Notifications m_notifications;
    Transactions m_transactions;
    QHash<QString, ServiceStatus> m_lastServiceStates;
};

} // namespace ferry::agent
