#include "app/agent/enrol/Enroller.h"

#include "app/agent/files/Durable.h"
#include "app/pki/Authority.h"
#include "app/pki/Enrolment.h"
#include "app/pki/EnrolmentToken.h"
#include "app/pki/SecretFile.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/RpcPeer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QSslConfiguration>
#include <QSslSocket>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience{20'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("Enroller", text);
}

tl::unexpected<Error> notEnrolled(ErrorCode code, const QString &subject, const QString &why, const QString &remedy)
{
    return failure(code, subject, tr("The agent was not enrolled."), why, remedy);
}

struct HostPort {
    QString host;
    quint16 port = 0;
};

// "192.0.2.1:7520", "[2001:db8::1]:7520"
Result<HostPort> splitEndpoint(const QString &endpoint)
{
    const qsizetype colon = endpoint.lastIndexOf(u':');
    QString host = endpoint.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const quint16 port = endpoint.mid(colon + 1).toUShort(&isNumber);
    if (colon < 1 || !isNumber || port == 0 || host.isEmpty())
        return notEnrolled(
            ErrorCode::InvalidInput, endpoint, tr("The token's endpoint is no address."), tr("Get a new token."));
    return HostPort{host, port};
}

Result<> connectTo(QSslSocket &socket, const HostPort &endpoint, const pki::EnrolmentToken &token)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    // The authority is known by its hash alone; it is compared below, before anything is sent.
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setSslConfiguration(tls);
    socket.connectToHostEncrypted(endpoint.host, endpoint.port);
    if (!socket.waitForEncrypted(static_cast<int>(patience.count()))) {
        return notEnrolled(ErrorCode::Unreachable, token.endpoint, socket.errorString() + u'.',
            tr("\"ferryctl enroll token\" must still run and be reachable from here. A token works once."));
    }
    const QList<QSslCertificate> chain = socket.peerCertificateChain();
    if (chain.size() < 2 || !pki::equalInConstantTime(pki::sha256OfDer(chain.last().toDer()), token.caSha256)) {
        return notEnrolled(ErrorCode::Denied, token.endpoint, tr("The authority there is not the one in the token."),
            tr("Someone may be in between. Compare the endpoint and get a new token."));
    }
    return pki::verifyServerCertificate(chain.first().toPem(), chain.last().toPem());
}

Result<pki::EnrolReply> request(QSslSocket &socket, const pki::EnrolRequest &request)
{
    const SystemClock clock;
    RpcPeer peer(&socket, clock, frameCapBeforeHello);
    QEventLoop loop;
    std::optional<RpcReply> reply;
    peer.request(pki::enrolMethod, toJson(request), patience, &loop, [&](const RpcReply &received) {
        reply = received;
        loop.quit();
    });
    loop.exec();
    if (!*reply)
        return failure(reply->error().error);
    return fromJson<pki::EnrolReply>(**reply);
}

} // namespace

Result<QString> enrol(const QString &tokenText, const AgentConfig &config)
{
    const Result<pki::EnrolmentToken> token = pki::decodeToken(tokenText);
    if (!token)
        return failure(token.error());
    const Result<HostPort> endpoint = splitEndpoint(token->endpoint);
    if (!endpoint)
        return failure(endpoint.error());
    if (token->node != config.node) {
        return notEnrolled(ErrorCode::InvalidInput, config.node,
            tr("The token is for \"%1\", and agent.json names this node \"%2\".").arg(token->node, config.node),
            tr("Correct \"node\" in agent.json, or get a token for %1.").arg(config.node));
    }
    const Result<pki::SigningRequest> signing = pki::createCsr(config.node);
    if (!signing)
        return failure(signing.error());

    QSslSocket socket;
    if (const Result<> connected = connectTo(socket, *endpoint, *token); !connected)
        return failure(connected.error());
    const Result<pki::EnrolReply> reply = request(socket, {token->secret, signing->requestPem});
    if (!reply)
        return failure(reply.error());
    if (const Result<> verified = pki::verifyServerCertificate(reply->certificatePem, reply->authorityPem); !verified)
        return failure(verified.error());
    if (const Result<QByteArray> hash = pki::sha256Of(reply->authorityPem); !hash || *hash != token->caSha256) {
        return notEnrolled(ErrorCode::Denied, token->endpoint, tr("Another authority came back than the token names."),
            tr("Get a new token."));
    }

    const std::pair<QString, QByteArray> files[]{{config.key, signing->keyPem},
        {config.certificate, reply->certificatePem}, {config.authority, reply->authorityPem}};
    for (const auto &[path, bytes] : files) {
        const QString folder = QFileInfo(path).path();
        if (!QFileInfo::exists(folder)) {
            if (const Result<> made = makePrivateFolder(folder); !made)
                return failure(made.error());
        }
        if (const Result<> written = pki::writeSecretFile(path, bytes); !written)
            return failure(written.error());
    }
    return tr("%1 is enrolled. Its certificate is in %2.").arg(config.node, config.certificate);
}

} // namespace ferry::agent
