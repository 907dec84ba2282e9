#include "app/backend/agents/AgentClient.h"

#include "models/wire/RpcPeer.h"

#include <QCoreApplication>
#include <QSslError>
#include <QSslSocket>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds connectTimeout = 8s;
constexpr std::chrono::milliseconds helloTimeout = 8s;

QString tr(const char *text)
{
    return QCoreApplication::translate("ferry::backend::AgentClient", text);
}

std::chrono::milliseconds retryDelay(int failures)
{
    constexpr std::array<std::chrono::milliseconds, 5> delays{500ms, 1s, 2s, 5s, 10s};
    return delays[std::min<size_t>(static_cast<size_t>(failures), delays.size() - 1)];
}

Error unreachable(const QString &agent, const QString &why, const QString &remedy)
{
    return {ErrorCode::Unreachable, agent, tr("The agent at %1 was not reached.").arg(agent), why, remedy};
}

} // namespace

AgentClient::AgentClient(
    QString agent, AgentEndpoint endpoint, const ClientIdentity &identity, const Clock &clock, QObject *parent)
    : AgentChannel(std::move(agent), parent)
    , m_endpoint(std::move(endpoint))
    , m_configuration(identity.configuration())
    , m_clock(clock)
{
    m_connectTimer.setSingleShot(true);
    m_retryTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        lose(unreachable(this->agent(), tr("It did not answer within %1 seconds.").arg(connectTimeout / 1s),
            tr("See whether the machine is up and the port is not filtered.")));
    });
    connect(&m_retryTimer, &QTimer::timeout, this, [this] {
        if (m_state == State::Offline)
            connectToAgent();
    });
}

AgentClient::~AgentClient()
{
    m_keepConnected = false;
    if (m_peer)
        m_peer->disconnect(this);
    if (m_socket)
        m_socket->disconnect(this);
    delete m_peer;
    delete m_socket;
}

QString AgentClient::nodeName() const
{
    return m_hello.node.isEmpty() ? agent() : m_hello.node;
}

void AgentClient::keepConnected()
{
    m_keepConnected = true;
    if (m_state == State::Offline && !m_retryTimer.isActive())
        connectToAgent();
}

void AgentClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void AgentClient::connectToAgent()
{
    m_retryTimer.stop();
    m_socket = new QSslSocket(this);
    m_socket->setSslConfiguration(m_configuration);
    connect(m_socket, &QSslSocket::encrypted, this, &AgentClient::onEncrypted);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] {
        if (m_peer)
            return; // RpcPeer tells with closed()
        const QList<QSslError> sslErrors = m_socket->sslHandshakeErrors();
        if (!sslErrors.isEmpty()) {
            lose(unreachable(agent(), tr("Its certificate was not accepted: %1.").arg(sslErrors.first().errorString()),
                tr("Enroll the agent with this console's authority.")));
        } else {
            lose(unreachable(agent(), tr("%1.").arg(m_socket->errorString()),
                tr("See whether ferrygate-agent runs there and the address is right.")));
        }
    });
    m_connectTimer.start(connectTimeout);
    setState(State::Connecting);
    // Queued: a failure must never be told from inside the request that asked for the connection.
    QMetaObject::invokeMethod(
        m_socket, [this, socket = m_socket] { socket->connectToHostEncrypted(m_endpoint.host, m_endpoint.port); },
        Qt::QueuedConnection);
}

void AgentClient::onEncrypted()
{
    m_peer = new RpcPeer(m_socket, m_clock, frameCapAfterHello, this);
    connect(m_peer, &RpcPeer::notificationReceived, this, &AgentClient::notify);
    connect(m_peer, &RpcPeer::closed, this, [this](const Error &reason) { lose(reason); });
    HelloRequest hello;
    hello.program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    m_helloSentAt = m_clock.monotonic();
    m_peer->request(rowOf(Method::Hello).name, toJson(hello), helloTimeout, this,
        [this](const RpcReply &reply) { onHello(reply); });
}

void AgentClient::onHello(const RpcReply &reply)
{
    if (m_state != State::Connecting)
        return;
    const Result<HelloReply> hello =
        reply ? fromJson<HelloReply>(*reply) : Result<HelloReply>(failure(reply.error().error));
    if (!hello) {
        lose(unreachable(agent(), hello.error().why, hello.error().remedy));
        return;
    }
    m_connectTimer.stop();
    m_hello = *hello;
    m_latency = m_clock.monotonic() - m_helloSentAt;
    m_failures = 0;
    m_lastError.reset();
    for (Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            m_peer->request(rowOf(waiting.method).name, waiting.params, waiting.timeout, waiting.context,
                std::move(waiting.handler));
    }
    setState(State::Online);
}

void AgentClient::lose(const Error &reason)
{
    m_connectTimer.stop();
    m_lastError = reason;
    m_latency = 0ms;
    // Both may be the sender of the signal that led here.
    if (RpcPeer *peer = std::exchange(m_peer, nullptr)) {
        peer->disconnect(this);
        peer->deleteLater();
    }
    if (QSslSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    setState(State::Offline);
    const RpcReply failed = tl::unexpected(RpcFailure{reason, {}});
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.handler(failed);
    }
    if (m_keepConnected)
        m_retryTimer.start(retryDelay(m_failures++));
}

void AgentClient::request(
    Method method, const QJsonObject &params, std::chrono::milliseconds timeout, QObject *context, ReplyHandler handler)
{
    if (m_state == State::Online) {
        m_peer->request(rowOf(method).name, params, timeout, context, std::move(handler));
        return;
    }
    m_waiting.append({method, params, timeout, context, std::move(handler)});
    if (m_state == State::Offline)
        connectToAgent();
}

AgentPool::AgentPool(ClientIdentity identity, const Clock &clock, QObject *parent)
    : QObject(parent), m_identity(std::move(identity)), m_clock(clock)
{
}

Result<AgentChannel *> AgentPool::channel(const QString &agent)
{
    if (AgentClient *known = m_clients.value(agent))
        return known;
    const Result<AgentEndpoint> endpoint = AgentEndpoint::parse(agent);
    if (!endpoint)
        return failure(endpoint.error());
    auto *client = new AgentClient(agent, *endpoint, m_identity, m_clock, this);
    m_clients.insert(agent, client);
    Q_EMIT channelAdded(client);
    return client;
}

} // namespace ferry::backend
