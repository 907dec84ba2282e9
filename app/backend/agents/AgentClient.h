#pragma once

#include "app/backend/agents/AgentChannel.h"
#include "app/backend/agents/AgentEndpoint.h"
#include "app/backend/agents/ClientIdentity.h"
#include "models/base/Clock.h"

#include <QPointer>
#include <QTimer>

class QSslSocket;

namespace ferry {
class RpcPeer;
}

namespace ferry::backend {

/// The real channel: JSON-RPC over mutual TLS 1.3. Connects when the first request needs it, says hello,
/// and sends what waited. A loss answers everything that was open; nothing is sent twice.
class AgentClient final : public AgentChannel {
    Q_OBJECT
public:
    AgentClient(
        QString agent, AgentEndpoint endpoint, const ClientIdentity &identity, const Clock &clock, QObject *parent);
    ~AgentClient() override;

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString nodeName() const override;
    void keepConnected() override;
    /// Round trip of hello; 0 while not connected.
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }
    /// Why the last attempt failed.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }

protected:
    void request(Method method, const QJsonObject &params, std::chrono::milliseconds timeout, QObject *context,
        ReplyHandler handler) override;

private:
    struct Waiting {
        Method method;
        QJsonObject params;
        std::chrono::milliseconds timeout;
        QPointer<QObject> context;
        ReplyHandler handler;
    };

    void connectToAgent();
    void onEncrypted();
    void onHello(const RpcReply &reply);
    void lose(const Error &reason);
    void setState(State state);

    AgentEndpoint m_endpoint;
    QSslConfiguration m_configuration;
    const Clock &m_clock;
    State m_state = State::Offline;
    QSslSocket *m_socket = nullptr;
    RpcPeer *m_peer = nullptr;
    QTimer m_connectTimer;
    QTimer m_retryTimer;
    int m_failures = 0;
    bool m_keepConnected = false;
    QList<Waiting> m_waiting;
    HelloReply m_hello;
    std::chrono::milliseconds m_helloSentAt{0};
    std::chrono::milliseconds m_latency{0};
    std::optional<Error> m_lastError;
};

/// One AgentClient an agent, all with the same identity.
class AgentPool final : public QObject, public AgentDirectory {
    Q_OBJECT
public:
    AgentPool(ClientIdentity identity, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Result<AgentChannel *> channel(const QString &agent) override;

Q_SIGNALS:
    void channelAdded(ferry::backend::AgentChannel *channel);

private:
    ClientIdentity m_identity;
    const Clock &m_clock;
    QHash<QString, AgentClient *> m_clients;
};

} // namespace ferry::backend
