#include "app/agent/sessions/Session.h"

#include "models/wire/EnumNames.h"
#include "models/wire/JsonDecoder.h"

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds flushTimeout{2'000};

tl::unexpected<RpcFailure> refuse(const Error &error)
{
    return tl::unexpected(RpcFailure{error, {}});
}

} // namespace

Session::Session(QSslSocket *socket, const Clock &clock, Setup setup, QObject *parent)
    : QObject(parent), m_socket(socket), m_peer(socket, clock, frameCapBeforeHello), m_setup(std::move(setup))
{
    socket->setParent(this);
    connect(&m_peer, &RpcPeer::requestReceived, this, &Session::handleRequest);
    connect(&m_peer, &RpcPeer::closed, this, &Session::end);
    connect(socket, &QSslSocket::disconnected, this, [this] {
        m_peer.close({ErrorCode::Unreachable, {}, tr("The connection ended."), tr("The other side closed it."), {}});
    });
    m_helloTimer.setSingleShot(true);
    connect(&m_helloTimer, &QTimer::timeout, this, [this] {
        m_peer.close(
            {ErrorCode::TimedOut, {}, tr("The connection was closed."), tr("The peer did not say hello."), {}});
    });
    m_helloTimer.start(helloTimeout);
}

Session::~Session()
{
    // The peer closes at its own end, when half of the session has gone already.
    disconnect(&m_peer, nullptr, this, nullptr);
}

void Session::notify(QStringView method, const QJsonObject &params)
{
    if (!m_hasSaidHello || (method == notification::logEntry && !m_wantsLog))
        return;
    // A reader that is too slow misses entries; the gaps in their serials tell it so.
    (void)m_peer.notify(method, params);
}

void Session::handleRequest(qint64 id, const QString &name, const QJsonObject &params)
{
    const std::optional<Method> method = methodByName(name);
    if (!m_hasSaidHello && method != Method::Hello) {
        m_peer.respond(id,
            refuse({ErrorCode::Protocol, name.left(64), tr("The request was not carried out."),
                tr("The first request of a connection must be \"hello\"."), {}}));
        m_peer.close({ErrorCode::Protocol, {}, tr("The connection was closed."),
            tr("\"%1\" came before \"hello\".").arg(name.left(64)), {}});
        return;
    }
    if (!method) {
        m_peer.respond(id,
            refuse({ErrorCode::Unsupported, name.left(64), tr("The request was not carried out."),
                tr("This agent knows no method \"%1\".").arg(name.left(64)), tr("Update the agent.")}));
        return;
    }
    const Caller &caller = m_setup.caller;
    if (caller.role < rowOf(*method).role) {
        const QString why = tr("\"%1\" needs the role %2, and the certificate of %3 says %4.")
                                .arg(name, enumName(rowOf(*method).role), caller.who, enumName(caller.role));
        m_setup.audit(u"request denied"_s, caller, why);
        m_peer.respond(id,
            refuse(
                {ErrorCode::Denied, name, tr("The request was not carried out."), why, tr("Ask an administrator.")}));
        return;
    }
    if (method == Method::Hello) {
        m_peer.respond(id, hello(params));
        if (!m_hasSaidHello) {
            m_peer.close({ErrorCode::Protocol, {}, tr("The connection was closed."),
                tr("The two sides did not agree on a wire version."), {}});
        }
        return;
    }
    if (method == Method::LogSubscribe)
        return subscribe(id, params);
    const QPointer<Session> self(this);
    m_setup.carry(*method, params, caller, [self, id](const RpcReply &reply) {
        if (self)
            self->m_peer.respond(id, reply);
    });
}

RpcReply Session::hello(const QJsonObject &params)
{
    const Result<HelloRequest> request = fromJson<HelloRequest>(params);
    if (!request)
        return refuse(request.error());
    const Result<int> version = negotiateWireVersion(*request);
    if (!version)
        return refuse(version.error());
    m_hasSaidHello = true;
    m_helloTimer.stop();
    m_peer.setFrameCap(frameCapAfterHello);
    return QJsonValue(
        toJson(HelloReply{*version, m_setup.node, m_setup.version, m_setup.caller.who, m_setup.caller.role}));
}

void Session::subscribe(qint64 id, const QJsonObject &params)
{
    // From now on, so that no entry falls between the tail and the first notification; one may come twice, and its
    // serial shows it.
    m_wantsLog = true;
    const QPointer<Session> self(this);
    m_setup.carry(Method::LogTail, params, m_setup.caller, [self, id](const RpcReply &reply) {
        if (self)
            self->m_peer.respond(id, reply);
    });
}

void Session::end(const Error &reason)
{
    m_helloTimer.stop();
    if (reason.code == ErrorCode::Protocol || reason.code == ErrorCode::TimedOut)
        m_setup.audit(u"connection closed"_s, m_setup.caller, reason.why);
    if (m_socket->state() == QAbstractSocket::UnconnectedState) {
        Q_EMIT ended();
        return;
    }
    // What was said last still has to go out.
    connect(m_socket, &QSslSocket::disconnected, this, &Session::ended);
    QTimer::singleShot(flushTimeout, this, [this] {
        m_socket->abort();
        Q_EMIT ended();
    });
    m_socket->disconnectFromHost();
}

} // namespace ferry::agent
