#include "app/backend/enroll/EnrolmentServer.h"

#include "app/pki/Authority.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/RpcPeer.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace ferry::backend {
namespace {

constexpr int secretBytes = 32;

Error refusal(ErrorCode code, const QString &what, const QString &why, const QString &remedy = {})
{
    return {code, {}, what, why, remedy};
}

} // namespace

EnrolmentServer::EnrolmentServer(const pki::Identity &authority, const Clock &clock, QObject *parent)
    : QObject(parent), m_authority(authority), m_clock(clock)
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, [this] {
        m_server.close();
        Q_EMIT expired();
    });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &EnrolmentServer::accept);
}

Result<QString> EnrolmentServer::start(const Request &request)
{
    m_request = request;
    const Result<QByteArray> hash = pki::sha256Of(m_authority.certificatePem);
    if (!hash)
        return failure(hash.error());
    const Result<pki::Identity> own =
        pki::issueServer(m_authority, QStringLiteral("enrolment"), {request.host}, pki::Validity::days(1));
    if (!own)
        return failure(own.error());

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(
        {QSslCertificate(own->certificatePem, QSsl::Pem), QSslCertificate(m_authority.certificatePem, QSsl::Pem)});
    configuration.setPrivateKey(QSslKey(own->keyPem, QSsl::Ec, QSsl::Pem));
    m_server.setSslConfiguration(configuration);

    if (!m_server.listen(QHostAddress(request.host), request.port)) {
        return failure(ErrorCode::Io, request.host, tr("The enrolment was not offered."),
            tr("%1 port %2 cannot be listened on: %3.").arg(request.host).arg(request.port).arg(m_server.errorString()),
            tr("Name an address of this machine and a free port with --listen."));
    }
    const QString host = request.host.contains(u':') ? QStringLiteral("[%1]").arg(request.host) : request.host;
    m_token.endpoint = QStringLiteral("%1:%2").arg(host).arg(m_server.serverPort());
    m_token.caSha256 = *hash;
    m_token.secret = pki::randomBytes(secretBytes).toHex();
    m_token.node = request.node;
    m_expiry.start(request.validFor);
    return pki::encodeToken(m_token);
}

void EnrolmentServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const QString from = socket->peerAddress().toString();
        // Half a request must not stay open for longer than it takes to send it.
        auto *peer = new RpcPeer(socket, m_clock, frameCapBeforeHello, socket);
        connect(peer, &RpcPeer::closed, socket, [socket] { socket->deleteLater(); });
        connect(peer, &RpcPeer::requestReceived, this,
            [this, peer, from](qint64 id, const QString &method, const QJsonObject &params) {
                answer(peer, from, id, method, params);
            });
    }
}

void EnrolmentServer::answer(
    RpcPeer *peer, const QString &from, qint64 id, const QString &method, const QJsonObject &params)
{
    const Result<pki::EnrolReply> reply = enrol(method, params);
    if (!reply) {
        Q_EMIT refused(from, reply.error().why);
        peer->respond(id, tl::unexpected(RpcFailure{reply.error(), {}}));
        return;
    }
    m_isUsed = true;
    m_expiry.stop();
    auto *socket = qobject_cast<QSslSocket *>(peer->parent());
    peer->respond(id, toJson(*reply));
    m_server.close();
    // It is told only once the certificate is on its way, so that whoever hears of it may end the program.
    connect(socket, &QSslSocket::disconnected, this, [this, from] { Q_EMIT enrolled(m_request.node, from); });
    socket->disconnectFromHost();
}

Result<pki::EnrolReply> EnrolmentServer::enrol(const QString &method, const QJsonObject &params)
{
    const QString what = tr("The agent was not enrolled.");
    if (method != pki::enrolMethod)
        return failure(refusal(ErrorCode::Unsupported, what, tr("\"%1\" is not answered here.").arg(method)));
    const Result<pki::EnrolRequest> request = fromJson<pki::EnrolRequest>(params);
    if (!request)
        return failure(request.error());
    if (!pki::equalInConstantTime(request->secret, m_token.secret))
        return failure(refusal(
            ErrorCode::Denied, what, tr("The secret is not the token's."), tr("Use the token as it was printed.")));
    if (m_isUsed)
        return failure(refusal(ErrorCode::Denied, what, tr("The token was used before."), tr("Make another one.")));
    Result<QByteArray> certificate =
        pki::signCsr(m_authority, request->requestPem, m_request.node, m_request.addresses);
    if (!certificate)
        return failure(certificate.error());
    return pki::EnrolReply{std::move(*certificate), m_authority.certificatePem};
}

} // namespace ferry::backend
