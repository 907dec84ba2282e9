#include "app/backend/agents/AgentEndpoint.h"
#include "app/backend/agents/ClientIdentity.h"
#include "app/backend/enroll/EnrolmentServer.h"
#include "app/backend/enroll/IdentityFolder.h"
#include "app/pki/Authority.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/RpcPeer.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

const SystemClock realClock;

// What an agent does with a token, without its checks.
struct Applicant {
    explicit Applicant(const pki::EnrolmentToken &token)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        const auto endpoint = AgentEndpoint::parse(token.endpoint);
        QObject::connect(&socket, &QSslSocket::encrypted, &socket, [this] { isEncrypted = true; });
        socket.connectToHostEncrypted(endpoint->host, endpoint->port);
    }
    RpcReply ask(const QByteArray &secret, const QByteArray &csr)
    {
        if (!QTest::qWaitFor([this] { return isEncrypted; }))
            return tl::unexpected(RpcFailure{{ErrorCode::Unreachable, {}, u"not reached"_s, {}, {}}, {}});
        peer = std::make_unique<RpcPeer>(&socket, realClock, frameCapBeforeHello);
        std::optional<RpcReply> reply;
        peer->request(pki::enrolMethod, toJson(pki::EnrolRequest{secret, csr}), std::chrono::seconds(5), &socket,
            [&](const RpcReply &given) { reply = given; });
        [[maybe_unused]] const bool isAnswered = QTest::qWaitFor([&] { return reply.has_value(); });
        return *reply;
    }

    QSslSocket socket;
    std::unique_ptr<RpcPeer> peer;
    bool isEncrypted = false;
};

} // namespace

class TestEnrolment : public QObject {
    Q_OBJECT

    const pki::Identity m_authority = *pki::createAuthority(u"Test"_s);

    static EnrolmentServer::Request request()
    {
        EnrolmentServer::Request request;
        request.node = u"gw-1"_s;
        request.addresses = {u"127.0.0.2"_s};
        request.host = u"127.0.0.1"_s;
        return request;
    }

private Q_SLOTS:
    void aTokenWorksOnce()
    {
        EnrolmentServer server(m_authority, realClock);
        QSignalSpy enrolled(&server, &EnrolmentServer::enrolled);
        const auto token = pki::decodeToken(*server.start(request()));
        QVERIFY(token);
        QCOMPARE(token->caSha256, *pki::sha256Of(m_authority.certificatePem));
        Applicant second(*token);
        QTRY_VERIFY(second.isEncrypted);

        const auto csr = pki::createCsr(u"gw-1"_s);
        Applicant agent(*token);
        const RpcReply reply = agent.ask(token->secret, csr->requestPem);
        QVERIFY2(reply.has_value(), qPrintable(reply ? QString() : reply.error().error.text()));
        const auto issued = fromJson<pki::EnrolReply>(*reply);
        QVERIFY(issued);
        QVERIFY(pki::verifyServerCertificate(issued->certificatePem, issued->authorityPem));
        QTRY_COMPARE(enrolled.count(), 1);

        const RpcReply replay = second.ask(token->secret, csr->requestPem);
        QVERIFY(!replay);
        QCOMPARE(replay.error().error.code, ErrorCode::Denied);
        QCOMPARE(enrolled.count(), 1);
    }

    void aWrongSecretIsRefusedAndTheTokenStaysGood()
    {
        EnrolmentServer server(m_authority, realClock);
        QSignalSpy refused(&server, &EnrolmentServer::refused);
        const auto token = pki::decodeToken(*server.start(request()));
        const auto csr = pki::createCsr(u"gw-1"_s);
        Applicant thief(*token);
        const RpcReply reply = thief.ask(QByteArray(64, 'a'), csr->requestPem);
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Denied);
        QCOMPARE(refused.count(), 1);
        Applicant agent(*token);
        QVERIFY(agent.ask(token->secret, csr->requestPem).has_value());
    }

    void anExpiredTokenIsNotServed()
    {
        EnrolmentServer server(m_authority, realClock);
        QSignalSpy expired(&server, &EnrolmentServer::expired);
        EnrolmentServer::Request soon = request();
        soon.validFor = std::chrono::minutes(0);
        const auto token = pki::decodeToken(*server.start(soon));
        QTRY_COMPARE(expired.count(), 1);
        Applicant late(*token);
        QSignalSpy failed(&late.socket, &QSslSocket::errorOccurred);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!late.isEncrypted);
    }

    void anIdentityIsMadeOnceAndCanBeHandedOn()
    {
        const QTemporaryDir dir;
        IdentityFolder folder(dir.filePath(u"identity"_s));
        QVERIFY(folder.create(u"Ann"_s));
        const Result<void> again = folder.create(u"Ann"_s);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);

        QVERIFY(folder.issueTo(dir.filePath(u"bob"_s), u"Bob"_s, Role::Operator));
        const auto bob = ClientIdentity::load(dir.filePath(u"bob"_s));
        QVERIFY(bob);
        QCOMPARE(bob->name(), u"Bob"_s);
        QCOMPARE(bob->certificate.subjectInfo(QSslCertificate::OrganizationalUnitName), QStringList{u"operator"_s});
        QVERIFY(!QFile::exists(dir.filePath(u"bob/ca.key"_s)));
        QVERIFY(!IdentityFolder(dir.filePath(u"bob"_s)).authority());
        for (const QString &name : {u"ca.key"_s, u"client.key"_s}) {
            const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
            QVERIFY(!(QFile::permissions(dir.filePath(u"identity/"_s + name)) & others));
        }
    }

    void aMissingIdentityNamesTheWayOut()
    {
        const QTemporaryDir dir;
        const auto identity = ClientIdentity::load(dir.path());
        QVERIFY(!identity);
        QCOMPARE(identity.error().code, ErrorCode::NotFound);
        QVERIFY(identity.error().remedy.contains("enroll init"_L1));
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
