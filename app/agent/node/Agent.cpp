#include "app/agent/node/Agent.h"

#include "app/agent/files/Durable.h"
#include "app/agent/listener/TlsSetup.h"
#include "app/agent/process/Process.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QJsonDocument>

#include <future>

#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds tickInterval{500};
constexpr milliseconds sessionsChangedDelay{250};
constexpr milliseconds minute{60'000};

QString addressOf(const QSslSocket &socket)
{
    return u"%1:%2"_s.arg(socket.peerAddress().toString()).arg(socket.peerPort());
}

} // namespace

Result<std::unique_ptr<Agent>> Agent::start(const AgentConfig &config, const Clock &clock)
{
    Result<QSslConfiguration> tls = createTlsConfiguration(config);
    if (!tls)
        return failure(tls.error());
    Result<Host> host = createHost(config, clock);
    if (!host)
        return failure(host.error());

    std::unique_ptr<Agent> agent(new Agent(config, clock));
    agent->followLogs(*host);
    Agent *self = agent.get();
    Node::Notifications notifications{
        [self](const ProgressNote &note) {
            QMetaObject::invokeMethod(self, [self, note] { self->broadcast(notification::progress, toJson(note)); });
        },
        [self](const ServiceStatus &status) {
            QMetaObject::invokeMethod(
                self, [self, status] { self->broadcast(notification::serviceState, toJson(status)); });
        },
    };
    // The node lives in the worker from its first step on: it waits there with local event loops.
    std::promise<Result<std::unique_ptr<Node>>> made;
    agent->m_worker->post(
        [&] { made.set_value(Node::create(config, std::move(*host), clock, bootId(), notifications)); });
    Result<std::unique_ptr<Node>> node = made.get_future().get();
    if (!node)
        return failure(node.error());
    agent->m_node = std::move(*node);

    agent->m_listener = std::make_unique<Listener>(*tls);
    connect(agent->m_listener.get(), &Listener::accepted, self, &Agent::accept);
    connect(agent->m_listener.get(), &Listener::refused, self, &Agent::noteRefusal);
    if (const Result<> listening = agent->listenForMetrics(); !listening)
        return failure(listening.error());
    if (const Result<> listening = agent->listen(); !listening)
        return failure(listening.error());
    agent->m_ticker.start(tickInterval);
    return agent;
}

Agent::Agent(AgentConfig config, const Clock &clock)
    : m_config(std::move(config)), m_clock(clock), m_worker(std::make_unique<Worker>())
{
    connect(&m_ticker, &QTimer::timeout, this, &Agent::tick);
    m_sessionsChanged.setSingleShot(true);
    m_sessionsChanged.setInterval(sessionsChangedDelay);
    connect(&m_sessionsChanged, &QTimer::timeout, this, [this] { broadcast(notification::sessionsChanged, {}); });
}

Agent::~Agent()
{
    m_ticker.stop();
    m_worker.reset();
}

void Agent::stop(Children children)
{
    m_ticker.stop();
    m_listener->close();
    m_metrics.reset();
    std::promise<void> stopped;
    m_worker->post([&] {
        if (children == Children::End)
            m_node->endChildren();
        stopped.set_value();
    });
    stopped.get_future().wait();
    QFile::remove(QDir(m_config.stateDirectory).filePath(u"agent.run"_s));
}

Result<> Agent::listen()
{
    const QString address = m_config.listenAddress.toString();
    if (!m_listener->listen(QHostAddress(address), m_config.listenPort)) {
        return failure(ErrorCode::Io, u"%1:%2"_s.arg(address).arg(m_config.listenPort),
            tr("The agent does not listen."), m_listener->errorString() + u'.',
            tr("Correct \"listen\" in agent.json."));
    }
    QJsonObject run{
        {u"pid"_s, static_cast<qint64>(::getpid())}, {u"address"_s, address}, {u"port"_s, m_listener->serverPort()}};
    if (m_metrics)
        run.insert(u"metricsPort"_s, m_metrics->port());
    return writeDurably(QDir(m_config.stateDirectory).filePath(u"agent.run"_s), QJsonDocument(run).toJson());
}

Result<> Agent::listenForMetrics()
{
    if (!m_config.metrics)
        return {};
    m_metrics = std::make_unique<MetricsServer>([this](std::function<void(const QByteArray &)> deliver) {
        m_worker->post([this, deliver = std::move(deliver)] {
            const QByteArray text = m_node->metrics();
            QMetaObject::invokeMethod(this, [deliver, text] { deliver(text); });
        });
    });
    const QString address = m_config.metrics->address.toString();
    if (m_metrics->listen(QHostAddress(address), m_config.metrics->port))
        return {};
    return failure(ErrorCode::Io, u"%1:%2"_s.arg(address).arg(m_config.metrics->port),
        tr("The agent does not offer its metrics."), m_metrics->errorString() + u'.',
        tr("Correct \"metrics\" in agent.json."));
}

void Agent::followLogs(Host &host)
{
    for (ManagedGateway &gateway : host.gateways) {
        m_logs.push_back(gateway.engine->createLogSource());
        connect(m_logs.back().get(), &LogSource::entryWritten, this, [this](const LogEntry &entry) {
            broadcast(notification::logEntry, toJson(entry));
            if (entry.action != LogAction::ConnectionStatus && !m_sessionsChanged.isActive())
                m_sessionsChanged.start();
        });
    }
}

void Agent::accept(QSslSocket *socket)
{
    const QSslCertificate certificate = socket->peerCertificate();
    const QString from = addressOf(*socket);
    const Result<Role> role = roleOf(certificate);
    if (!role) {
        noteRefusal(from, u"%1: %2"_s.arg(nameIn(certificate), role.error().why));
        socket->abort();
        socket->deleteLater();
        return;
    }
    const auto audit = [this](const QString &event, const Caller &caller, const QString &text) {
        AuditEntry entry;
        entry.event = event;
        entry.who = caller.who;
        entry.from = caller.from;
        entry.text = text;
        m_node->audit().write(std::move(entry));
    };
    auto *session = new Session(socket, m_clock,
        {m_config.node, QCoreApplication::applicationVersion(), {nameIn(certificate), from, *role},
            [this](Method method, const QJsonObject &params, const Caller &caller, Session::Respond respond) {
                carry(method, params, caller, std::move(respond));
            },
            audit},
        this);
    m_sessions << session;
    connect(session, &Session::ended, this, [this, session] {
        m_sessions.removeOne(session);
        session->deleteLater();
    });
}

void Agent::noteRefusal(const QString &from, const QString &why)
{
    const milliseconds now = m_clock.monotonic();
    const bool isNewMinute = now - m_refusalMinute >= minute;
    AuditEntry entry;
    entry.event = u"connection refused"_s;
    if (isNewMinute && m_refusals > mostRefusalsAMinute) {
        entry.text = tr("%1 more connections were refused within a minute.").arg(m_refusals - mostRefusalsAMinute);
        m_node->audit().write(entry);
    }
    if (isNewMinute) {
        m_refusalMinute = now;
        m_refusals = 0;
    }
    if (++m_refusals > mostRefusalsAMinute)
        return;
    entry.from = from;
    entry.text = why;
    m_node->audit().write(std::move(entry));
}

void Agent::carry(Method method, const QJsonObject &params, const Caller &caller, Session::Respond respond)
{
    m_worker->post([this, method, params, caller, respond = std::move(respond)] {
        const RpcReply reply = m_node->handle(method, params, caller);
        QMetaObject::invokeMethod(this, [respond, reply] { respond(reply); });
    });
}

void Agent::broadcast(QStringView method, const QJsonObject &params)
{
    for (Session *session : std::as_const(m_sessions))
        session->notify(method, params);
}

void Agent::tick()
{
    if (std::exchange(m_isTicking, true))
        return;
    m_worker->post([this] {
        m_node->tick();
        QMetaObject::invokeMethod(this, [this] { m_isTicking = false; });
    });
}

} // namespace ferry::agent
