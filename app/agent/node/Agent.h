#pragma once

#include "app/agent/listener/Listener.h"
#include "app/agent/metrics/MetricsServer.h"
#include "app/agent/node/Node.h"
#include "app/agent/node/Worker.h"
#include "app/agent/sessions/Session.h"

#include <QObject>

namespace ferry::agent {

/// The running daemon: listener and connections in the main thread, the node's work in one worker.
class Agent : public QObject {
    Q_OBJECT

public:
    /// Recovers, listens, and writes where to `<stateDirectory>/agent.run`.
    [[nodiscard]] static Result<std::unique_ptr<Agent>> start(const AgentConfig &config, const Clock &clock);
    ~Agent() override;

    [[nodiscard]] quint16 port() const { return m_listener->serverPort(); }
    /// What becomes of the processes that the agent supervises. Left running, the next agent finds them again.
    enum class Children { LeaveRunning, End };
    /// Waits for the worker. The object is good for nothing but deletion then.
    void stop(Children children);

    /// Refused connections are written to the audit log one by one up to this many a minute, then counted.
    static constexpr int mostRefusalsAMinute = 60;

private:
    Agent(AgentConfig config, const Clock &clock);

    [[nodiscard]] Result<> listen();
    [[nodiscard]] Result<> listenForMetrics();
    void followLogs(Host &host);
    void accept(QSslSocket *socket);
    void noteRefusal(const QString &from, const QString &why);
    void carry(Method method, const QJsonObject &params, const Caller &caller, Session::Respond respond);
    void broadcast(QStringView method, const QJsonObject &params);
    void tick();

    AgentConfig m_config;
    const Clock &m_clock;
    std::unique_ptr<Node> m_node;
    std::vector<std::unique_ptr<LogSource>> m_logs;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<MetricsServer> m_metrics; ///< where agent.json asks for it
    QList<Session *> m_sessions;
    QTimer m_ticker;
    QTimer m_sessionsChanged;
    bool m_isTicking = false;
    std::chrono::milliseconds m_refusalMinute{0};
    int m_refusals = 0;
    std::unique_ptr<Worker> m_worker;  ///< last, so that it ends first
};

} // namespace ferry::agent
