#include "app/agent/enrol/Enroller.h"
#include "app/agent/listener/TlsSetup.h"
#include "app/pki/Authority.h"
#include "app/pki/Enrolment.h"
#include "app/pki/EnrolmentToken.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/RpcPeer.h"

#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The other side of an enrolment, in a thread, since the agent's side blocks.
class EnrolmentServer : public QTcpServer {
public:
    using Answer = std::function<RpcReply(const pki::EnrolRequest &)>;

    EnrolmentServer(QList<QSslCertificate> chain, QSslKey key, Answer answer)
        : m_chain(std::move(chain)), m_key(std::move(key)), m_answer(std::move(answer))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        QSslConfiguration tls;
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setLocalCertificateChain(m_chain);
        tls.setPrivateKey(m_key);
        socket->setSslConfiguration(tls);
        auto *peer = new RpcPeer(socket, m_clock, frameCapBeforeHello, socket);
        connect(peer, &RpcPeer::requestReceived, socket,
            [this, peer](qint64 id, const QString &, const QJsonObject &params) {
                peer->respond(id, m_answer(fromJson<pki::EnrolRequest>(params).value_or(pki::EnrolRequest())));
            });
        socket->startServerEncryption();
    }

private:
    QList<QSslCertificate> m_chain;
    QSslKey m_key;
    Answer m_answer;
    SystemClock m_clock;
};

class Office {
public:
    Office(const pki::Identity &authority, EnrolmentServer::Answer answer, const pki::Identity &own)
    {
        m_server = new EnrolmentServer({QSslCertificate(own.certificatePem), QSslCertificate(authority.certificatePem)},
            QSslKey(own.keyPem, QSsl::Ec), std::move(answer));
        m_server->listen(QHostAddress::LocalHost, 0);
        port = m_server->serverPort();
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
    }
    ~Office()
    {
        // Blocking, so that the end of what was called in the thread is seen by ThreadSanitizer too.
        QMetaObject::invokeMethod(m_server, [this] { m_thread.quit(); }, Qt::BlockingQueuedConnection);
        m_thread.wait();
    }

    quint16 port = 0;

private:
    EnrolmentServer *m_server = nullptr;
    QThread m_thread;
};

} // namespace

class AgentEnrolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_config.node = u"gw-1"_s;
        m_config.certificate = m_folder->filePath(u"tls/agent.pem"_s);
        m_config.key = m_folder->filePath(u"tls/agent.key"_s);
        m_config.authority = m_folder->filePath(u"tls/ca.pem"_s);
    }

    void aTokenGetsACertificateWithWhichTheAgentRuns()
    {
        Office office(m_authority, issue(), m_own);
        const Result<QString> enrolled = enrol(tokenFor(office, m_authority), m_config);
        QVERIFY2(enrolled.has_value(), enrolled ? "" : qPrintable(enrolled.error().text()));
        QVERIFY(createTlsConfiguration(m_config).has_value());
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
        for (const QString &file : {m_config.key, m_config.certificate, m_config.authority})
            QVERIFY(!(QFile::permissions(file) & others));
    }

    void aReplayedTokenIsRefused()
    {
        std::atomic<bool> isUsed = false;
        Office office(
            m_authority,
            [&](const pki::EnrolRequest &request) -> RpcReply {
                if (isUsed.exchange(true))
                    return tl::unexpected(
                        RpcFailure{{ErrorCode::Denied, {}, u"Not enrolled."_s, u"The token was used."_s, {}}, {}});
                return issue()(request);
            },
            m_own);
        const QString token = tokenFor(office, m_authority);
        QVERIFY(enrol(token, m_config).has_value());
        const auto again = enrol(token, m_config);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Denied);
    }

    void anotherAuthorityIsNotTrusted()
    {
        const pki::Identity mallory = pki::createAuthority(u"Mallory"_s).value();
        std::atomic<int> asked = 0;
        Office office(
            mallory,
            [&](const pki::EnrolRequest &) -> RpcReply {
                ++asked;
                return QJsonValue();
            },
            pki::issueServer(mallory, u"enrolment"_s, {u"127.0.0.1"_s}).value());
        const auto enrolled = enrol(tokenFor(office, m_authority), m_config);
        QVERIFY(!enrolled);
        QCOMPARE(enrolled.error().code, ErrorCode::Denied);
        // The secret was not sent.
        QCOMPARE(int(asked), 0);
        QVERIFY(!QFileInfo::exists(m_config.key));
    }

    void aViewersCertificateCannotPlayTheOffice()
    {
        Office office(m_authority, issue(), pki::issueClient(m_authority, u"eve"_s, Role::Viewer).value());
        QVERIFY(!enrol(tokenFor(office, m_authority), m_config));
    }

    void aTokenForAnotherNodeIsRefused()
    {
        Office office(m_authority, issue(), m_own);
        m_config.node = u"gw-2"_s;
        const auto enrolled = enrol(tokenFor(office, m_authority), m_config);
        QVERIFY(!enrolled);
        QVERIFY(enrolled.error().why.contains(u"gw-1"_s));
    }

    void garbageIsRefused()
    {
        QVERIFY(!enrol(u"garbage"_s, m_config));
        QVERIFY(!enrol(pki::encodeToken(
                           {u"nowhere"_s, *pki::sha256Of(m_authority.certificatePem), QByteArray(64, 'a'), u"gw-1"_s}),
            m_config));
        QVERIFY(!enrol(pki::encodeToken({u"127.0.0.1:1"_s, *pki::sha256Of(m_authority.certificatePem),
                           QByteArray(64, 'a'), u"gw-1"_s}),
            m_config));
    }

private:
    EnrolmentServer::Answer issue() const
    {
        return [this](const pki::EnrolRequest &request) -> RpcReply {
            const auto certificate = pki::signCsr(m_authority, request.requestPem, u"gw-1"_s, {u"127.0.0.2"_s});
            if (!certificate)
                return tl::unexpected(RpcFailure{certificate.error(), {}});
            return QJsonValue(toJson(pki::EnrolReply{*certificate, m_authority.certificatePem}));
        };
    }

    QString tokenFor(const Office &office, const pki::Identity &authority) const
    {
        return pki::encodeToken({u"127.0.0.1:%1"_s.arg(office.port), *pki::sha256Of(authority.certificatePem),
            pki::randomBytes(32).toHex(), u"gw-1"_s});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    AgentConfig m_config;
    const pki::Identity m_authority = pki::createAuthority(u"Test"_s).value();
    const pki::Identity m_own = pki::issueServer(m_authority, u"enrolment"_s, {u"127.0.0.1"_s}).value();
};

QTEST_GUILESS_MAIN(AgentEnrolTest)
#include "tst_agent_enrol.moc"
