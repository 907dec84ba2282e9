#include "tests/agent/AgentLab.h"

#include "app/agent/audit/AuditLog.h"
#include "models/wire/Frame.h"
#include "models/wire/Requests.h"

#include <QTcpSocket>
#include <QTest>

using namespace ferry;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

/// Whatever comes in from the network: refused or answered with an error, told in the audit log, and the agent lives
/// on.
class AgentTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<AgentLab>(AgentLab::Manages::Gateway);
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
    }

    void cleanup()
    {
        // It lives on: a proper caller is answered after each case.
        QCOMPARE(m_lab->status().node, u"node-1"_s);
        QVERIFY(agent::verifyAuditLog(m_lab->auditLog()).has_value());
    }

    void cleanupTestCase() { m_lab.reset(); }

    void helloTellsNameAndRole()
    {
        AgentConnection connection(m_lab->port(), m_lab->identity(Role::Operator), m_lab->authority().certificatePem);
        const RpcReply reply = connection.hello();
        QVERIFY(reply.has_value());
        QCOMPARE((*reply)[u"who"].toString(), u"ada-operator"_s);
        QCOMPARE((*reply)[u"role"].toString(), u"operator"_s);
        QCOMPARE(connection.socket().sessionProtocol(), QSsl::TlsV1_3);
    }

    void wrongCertificatesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const pki::Identity other = pki::createAuthority(u"Another"_s).value();
        const pki::Identity foreign = pki::issueClient(other, u"mallory"_s, Role::Administrator).value();
        const pki::Identity expired =
            pki::issueClient(m_lab->authority(), u"ada"_s, Role::Administrator, {now.addDays(-2), now.addDays(-1)})
                .value();
        const pki::Identity early =
            pki::issueClient(m_lab->authority(), u"ada"_s, Role::Administrator, {now.addDays(1), now.addDays(2)})
                .value();
        const pki::Identity server = pki::issueServer(m_lab->authority(), u"gw-2"_s, {}).value();
        QTest::newRow("none") << QByteArray() << QByteArray();
        QTest::newRow("foreign authority") << foreign.certificatePem << foreign.keyPem;
        QTest::newRow("expired") << expired.certificatePem << expired.keyPem;
        QTest::newRow("not yet valid") << early.certificatePem << early.keyPem;
        QTest::newRow("another agent's, for servers") << server.certificatePem << server.keyPem;
        QTest::newRow("self-signed authority") << other.certificatePem << other.keyPem;
    }

    void wrongCertificatesAreRefused()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        const qsizetype before = m_lab->auditLog().count("connection refused");
        // In TLS 1.3 the client hears of it only with its first read.
        AgentConnection connection(m_lab->port(), {certificate, key}, m_lab->authority().certificatePem);
        QVERIFY(!connection.hello().has_value());
        QVERIFY(connection.waitForEnd());
        QTRY_COMPARE(m_lab->auditLog().count("connection refused"), before + 1);
    }

    void aRequestBeyondTheRoleIsDeniedAndNoted()
    {
        const RpcReply denied =
            m_lab->connectAs(Role::Viewer)->ask(u"apply.commit", toJson(TransactionRequest{u"t"_s, {}}));
        QVERIFY(!denied);
        QCOMPARE(denied.error().error.code, ErrorCode::Denied);
        QTRY_VERIFY(m_lab->auditLog().contains("request denied"));
        QVERIFY(m_lab->auditLog().contains("ada-viewer"));
    }

    void roles_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("role");
        for (const MethodRow &row : methodTable) {
            for (const Role role : {Role::Viewer, Role::Operator, Role::Administrator}) {
                if (role < row.role)
                    QTest::addRow("%s as %d", qPrintable(row.name.toString()), int(role))
                        << row.name.toString() << int(role);
            }
        }
    }

    void roles()
    {
        QFETCH(QString, method);
        QFETCH(int, role);
        const RpcReply reply = m_lab->connectAs(static_cast<Role>(role))->ask(method);
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Denied);
    }

    void oldTlsIsRefused()
    {
        QSslSocket socket;
        QSslConfiguration tls;
        tls.setProtocol(QSsl::TlsV1_2);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(u"127.0.0.2"_s, m_lab->port());
        QVERIFY(!socket.waitForEncrypted(10'000));
        QTRY_VERIFY(m_lab->auditLog().contains("connection refused"));
    }

    void bytesThatAreNotTlsAreRefused()
    {
        const qsizetype before = m_lab->auditLog().count("connection refused");
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.2"_s, m_lab->port());
        QVERIFY(socket.waitForConnected(10'000));
        socket.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 10'000);
        QTRY_COMPARE(m_lab->auditLog().count("connection refused"), before + 1);
    }

    void brokenFramesEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("oversized before hello") << QByteArray("\x00\x01\x00\x01", 4);
        QTest::newRow("4 GiB") << QByteArray("\xff\xff\xff\xff", 4);
        QTest::newRow("empty frame") << QByteArray("\0\0\0\0", 4);
        QTest::newRow("garbage") << framed("garbage");
        QTest::newRow("deep nesting") << framed(QByteArray(60'000, '['));
        QTest::newRow("not UTF-8") << framed("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\xfe\"}");
        QTest::newRow("before hello") << framed(encode(RpcRequest{1, u"node.status"_s, {}}));
        QTest::newRow("a wire version of the future")
            << framed(encode(RpcRequest{1, u"hello"_s, toJson(HelloRequest{99, 98, u"future"_s})}));
        QTest::newRow("hello of wrong types") << framed(encode(RpcRequest{1, u"hello"_s, {{u"newest"_s, u"x"_s}}}));
    }

    void brokenFramesEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        const qsizetype before = m_lab->auditLog().count("connection closed");
        AgentConnection connection(
            m_lab->port(), m_lab->identity(Role::Administrator), m_lab->authority().certificatePem);
        QVERIFY(connection.isOpen());
        connection.socket().write(bytes);
        QVERIFY(connection.waitForEnd());
        QTRY_COMPARE(m_lab->auditLog().count("connection closed"), before + 1);
    }

    void halfAFrameAndAHangUpDoNoHarm()
    {
        AgentConnection connection(
            m_lab->port(), m_lab->identity(Role::Administrator), m_lab->authority().certificatePem);
        connection.socket().write(framed(QByteArray(1000, 'x')).left(500));
        connection.socket().flush();
        connection.socket().abort();
    }

    void requestsWithWrongParamsAreAnswered_data()
    {
        QTest::addColumn<QString>("method");
        for (const QStringView name :
            {u"apply.prepare", u"apply.commit", u"apply.confirm", u"apply.rollback", u"service.restart"})
            QTest::newRow(qPrintable(name.toString())) << name.toString();
        QTest::newRow("unknown") << u"apply.everything"_s;
    }

    void requestsWithWrongParamsAreAnswered()
    {
        QFETCH(QString, method);
        const auto connection = m_lab->connectAs(Role::Administrator);
        const RpcReply reply = connection->ask(method, {{u"transaction"_s, 7}});
        QVERIFY(!reply);
        QVERIFY(!reply.error().error.why.isEmpty());
        QVERIFY(connection->ask(u"node.status").has_value());
    }

    void aTransactionIdCannotBeAPath()
    {
        PrepareRequest request = m_lab->prepareRequest(u"../../evil"_s, {}, PortRange::fromTrusted(5000, 5003));
        const RpcReply reply = m_lab->connectAs(Role::Administrator)->ask(u"apply.prepare", toJson(request));
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::InvalidInput);
    }

    void theStateFolderIsItsOwnersOnly()
    {
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        for (const QString &name : {u"state"_s, u"state/audit.log"_s, u"state/processes"_s, u"state/generations"_s})
            QVERIFY2(!(QFile::permissions(m_lab->path(name)) & others), qPrintable(name));
    }

    void anAgentThatEndsHangsUp()
    {
        auto lab = std::make_unique<AgentLab>(AgentLab::Manages::Gateway);
        QVERIFY2(lab->start(), qPrintable(lab->output()));
        const auto connection = lab->connectAs(Role::Viewer);
        QVERIFY(connection);
        lab.reset(); // fails if the agent ends with anything but 0
        QVERIFY(connection->waitForEnd());
    }

    void connectionsAreCapped()
    {
        // Bare TCP connections count as well: each is a handshake that has begun.
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 70; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(u"127.0.0.2"_s, m_lab->port());
            QVERIFY(sockets.back()->waitForConnected(10'000));
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->auditLog().contains("connections are open already"), 10'000);
        sockets.clear();
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->status().node, u"node-1"_s, 20'000);
    }

private:
    std::unique_ptr<AgentLab> m_lab;
};

QTEST_GUILESS_MAIN(AgentTlsTest)
#include "tst_agent_tls.moc"
