#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

/// The control connection of a session whose TLS ends at the gateway.
class TestProxyTerminate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_certificate.isValid());
        QVERIFY(m_serverCertificate.isValid());
    }

    void init()
    {
        m_server = std::make_unique<StubServer>();
        m_server->setTls(m_serverCertificate.serverTls());
        m_proxy = std::make_unique<ProxyProcess>();
        m_port = freePorts(1);
        QVERIFY(m_proxy->start());
    }

    void cleanup()
    {
        m_proxy.reset();
        m_server.reset();
    }

    void theServersLegSpeaksWhatTheRuleSays_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QByteArrayList>("commands");
        QTest::newRow("same") << u"same"_s << QByteArrayList{"AUTH TLS", "USER ann", "PASS secret", "PBSZ 0", "PROT P"};
        QTest::newRow("clear") << u"clear"_s << QByteArrayList{"USER ann", "PASS secret"};
        QTest::newRow("required") << u"required"_s
                                  << QByteArrayList{"AUTH TLS", "PBSZ 0", "PROT P", "USER ann", "PASS secret"};
    }

    void theServersLegSpeaksWhatTheRuleSays()
    {
        QFETCH(QString, upstream);
        publish({{u"upstreamTls"_s, upstream}});
        Wire client = secured();
        QVERIFY(client.isOpen());
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS secret").startsWith("230"));
        QCOMPARE(client.command("PBSZ 0"), QByteArray("200 PBSZ=0"));
        QVERIFY(client.command("PROT P").startsWith("200"));
        QTEST(m_server->commands(), "commands");
    }

    void aClientInClearStaysInClear()
    {
        publish({{u"upstreamTls"_s, u"same"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(!m_server->hasSeen("AUTH"));
    }

    void implicitTlsEndsAtTheGateway_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::newRow("same") << u"same"_s;
        QTest::newRow("clear") << u"clear"_s;
        QTest::newRow("required") << u"required"_s;
    }

    void implicitTlsEndsAtTheGateway()
    {
        QFETCH(QString, upstream);
        m_server->setTls(m_serverCertificate.serverTls(), upstream != u"clear");
        publish({{u"upstreamTls"_s, upstream}}, {{u"tls"_s, u"implicit"_s}});
        Wire client = connect();
        QVERIFY(client.startTls(clientTls()));
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(!m_server->hasSeen("AUTH"));
    }

    void commandsAreInspectedUnderTls()
    {
        publish({{u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}});
        Wire client = secured();
        QVERIFY(client.command("USER ann").startsWith("331"));
        QCOMPARE(client.command("STOR f"), QByteArray("550 STOR is not allowed here."));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("STOR"));
        const QJsonObject entry =
            m_proxy->awaitLog([](const QJsonObject &e) { return e.value(u"command") == u"STOR f"_s; });
        QCOMPARE(entry.value(u"originator").toString(), u"gateway"_s);
    }

    void bytesInClearBehindAuthAreThrownAway_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::newRow("same") << u"same"_s;
        QTest::newRow("clear") << u"clear"_s;
        QTest::newRow("required") << u"required"_s;
    }

    void bytesInClearBehindAuthAreThrownAway()
    {
        QFETCH(QString, upstream);
        publish({{u"upstreamTls"_s, upstream}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send("AUTH TLS\r\nFEAT\r\nSTAT"));
        QVERIFY(client.reply().startsWith("234"));
        QVERIFY(client.startTls(clientTls()));
        // The first reply under TLS is to the first command under TLS, and half a line in clear is in front of nothing.
        QCOMPARE(client.command("USER ann"), QByteArray("331 password please"));
        QVERIFY(!m_server->hasSeen("FEAT") && !m_server->hasSeen("STAT"));
        QVERIFY(!m_proxy->awaitLogText(u"were thrown away"_s).isEmpty());
    }

    void whatTheServerSaysInClearBehind234IsThrownAway()
    {
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setScript(
            [context](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
                if (!line.startsWith("AUTH"))
                    return std::nullopt;
                session.control.send("234 go\r\n230 you are in, without a password\r\n230");
                return session.control.startTls(context, true) ? QByteArray() : QByteArray("421 no\r\n");
            });
        publish({});
        Wire client = secured();
        QVERIFY(client.isOpen());
        QCOMPARE(client.command("USER ann"), QByteArray("331 password please"));
    }

    void applicationProtocols_data()
    {
        QTest::addColumn<QList<QByteArray>>("offered");
        QTest::addColumn<bool>("isAccepted");
        QTest::addColumn<QByteArray>("selected");
        QTest::newRow("none") << QList<QByteArray>{} << true << QByteArray();
        QTest::newRow("ftp") << QList<QByteArray>{"ftp"} << true << QByteArray("ftp");
        QTest::newRow("ftp among others") << QList<QByteArray>{"x-filezilla-ftp", "ftp"} << true << QByteArray("ftp");
        QTest::newRow("h2") << QList<QByteArray>{"h2"} << false << QByteArray();
        QTest::newRow("http/1.1 and h2") << QList<QByteArray>{"http/1.1", "h2"} << false << QByteArray();
    }

    void applicationProtocols()
    {
        QFETCH(QList<QByteArray>, offered);
        QFETCH(bool, isAccepted);
        publish({{u"upstreamTls"_s, u"clear"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QCOMPARE(client.startTls(clientTls(offered)), isAccepted);
        if (isAccepted)
            QTEST(client.protocol(), "selected");
        else
            QVERIFY(!m_proxy->awaitLogText(u"handshake with the client failed"_s).isEmpty());
    }

    void theServerIsKnownByItsCertificate_data()
    {
        QTest::addColumn<QJsonObject>("trust");
        QTest::addColumn<QString>("objection"); ///< empty: trusted
        const QString pin = QString::fromLatin1(m_serverCertificate.sha256());
        const QString other = QString::fromLatin1(m_certificate.sha256());
        QTest::newRow("anybody") << QJsonObject() << QString();
        QTest::newRow("pinned") << QJsonObject{{u"pins"_s, QJsonArray{other, pin.toUpper()}}} << QString();
        QTest::newRow("other pin") << QJsonObject{{u"pins"_s, QJsonArray{other}}} << u"not the pinned one"_s;
        QTest::newRow("authority") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()}} << QString();
        QTest::newRow("other authority") << QJsonObject{{u"authority"_s, m_certificate.authority()}}
                                         << u"certificate verify failed"_s;
        QTest::newRow("other name") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()},
            {u"certificateName"_s, u"files.example.com"_s}}
                                    << u"certificate verify failed"_s;
        QTest::newRow("authority, and other pin") << QJsonObject{{u"authority"_s, m_serverCertificate.authority()},
            {u"pins"_s, QJsonArray{other}}} << u"not the pinned one"_s;
    }

    void theServerIsKnownByItsCertificate()
    {
        QFETCH(QJsonObject, trust);
        QFETCH(QString, objection);
        publish({}, trust);
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        const QByteArray reply = client.command("AUTH TLS");
        if (objection.isEmpty()) {
            QVERIFY2(reply.startsWith("234"), reply.constData());
            return;
        }
        QVERIFY2(reply.startsWith("421"), reply.constData());
        QCOMPARE(client.rest(), QByteArray());
        QVERIFY(!m_proxy->awaitLogText(objection).isEmpty());
    }

    void aServerWithoutTlsIsNoReasonForClearText()
    {
        m_server->setScript([](StubServer::Session &, const QByteArray &line) {
            return line.startsWith("AUTH") ? std::optional<QByteArray>("500 what?\r\n") : std::nullopt;
        });
        publish({{u"upstreamTls"_s, u"same"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("431"));
        QVERIFY(!m_proxy->awaitLogText(u"it answered \"500 what?\" to AUTH TLS"_s).isEmpty());
        publish({{u"upstreamTls"_s, u"required"_s}});
        Wire other = connect();
        QVERIFY(other.reply().startsWith("421"));
        QCOMPARE(other.rest(), QByteArray());
        QVERIFY(!m_server->hasSeen("USER"));
    }

    void theGatewayKeepsTheRulesOfRfc4217()
    {
        publish({});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("PBSZ 0").startsWith("503"));
        QVERIFY(client.command("PROT P").startsWith("503"));
        QVERIFY(client.command("AUTH").startsWith("501"));
        QVERIFY(client.command("AUTH GSSAPI").startsWith("504"));
        QVERIFY(client.command("AUTH TLS-C").startsWith("234"));
        QVERIFY(client.startTls(clientTls()));
        QVERIFY(client.command("PROT P").startsWith("503"));
        QCOMPARE(client.command("PBSZ 16384"), QByteArray("200 PBSZ=0"));
        QVERIFY(client.command("PBSZ x").startsWith("501"));
        QVERIFY(client.command("PROT S").startsWith("536"));
        QVERIFY(client.command("PROT X").startsWith("504"));
        QVERIFY(client.command("PROT P").startsWith("200"));
        QVERIFY(client.command("PROT C").startsWith("200"));
        QVERIFY(client.command("CCC").startsWith("534"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(client.command("REIN").startsWith("502"));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("CCC") && !m_server->hasSeen("REIN"));
    }

    void cccIsRefusedAndTheSessionStaysEncrypted_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QJsonObject>("commands");
        const QJsonObject custom{
            {u"preset"_s, u"custom"_s}, {u"allow"_s, QJsonArray{u"AUTH"_s, u"USER"_s, u"PASS"_s, u"CCC"_s, u"NOOP"_s}}};
        for (const char *upstream : {"same", "clear", "required"}) {
            QTest::addRow("%s", upstream) << QString::fromLatin1(upstream) << QJsonObject();
            // The policy says who may ask; TLS stays all the same.
            QTest::addRow("%s, in the policy", upstream) << QString::fromLatin1(upstream) << custom;
        }
    }

    void cccIsRefusedAndTheSessionStaysEncrypted()
    {
        QFETCH(QString, upstream);
        QFETCH(QJsonObject, commands);
        publish({{u"upstreamTls"_s, upstream}, {u"commands"_s, commands}});
        Wire client = secured();
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS secret").startsWith("230"));
        QVERIFY(client.command("CCC").startsWith("534"));
        QVERIFY(client.isTls() && client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("CCC"));
    }

    void cccEndsTlsWithTheClientWhereTheRuleAllowsIt_data()
    {
        QTest::addColumn<bool>("saysGoodbye");
        QTest::addRow("close_notify") << true;
        // As some clients do: the gateway's close_notify is enough for it.
        QTest::addRow("clear text at once") << false;
    }

    void cccEndsTlsWithTheClientWhereTheRuleAllowsIt()
    {
        QFETCH(bool, saysGoodbye);
        m_server->setTls(m_serverCertificate.serverTls());
        publish({{u"clearCommandChannel"_s, true}});
        Wire client = secured();
        QVERIFY(client.command("CCC").startsWith("503"));
        QVERIFY(sayLogin(client));
        QVERIFY(client.send("FEAT\r\n"));
        QByteArrayList features;
        for (std::optional<QByteArray> line = client.line(); line && !line->startsWith("211 "); line = client.line())
            features << line->trimmed();
        QVERIFY(features.contains("CCC"));
        QVERIFY(client.command("CCC").startsWith("200"));
        QVERIFY(client.turnClear(saysGoodbye));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(client.command("CCC").startsWith("533"));
        QVERIFY(client.command("PROT C").startsWith("503"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("CCC"));
    }

    void whatStandsBehindCccEndsTheSession_data()
    {
        QTest::addColumn<QByteArray>("encrypted");
        QTest::addColumn<QByteArray>("clear");
        QTest::addRow("a command under TLS") << QByteArray("DELE a\r\n") << QByteArray();
        QTest::addRow("half a command under TLS") << QByteArray("DEL") << QByteArray("E a\r\n");
        QTest::addRow("clear text, by somebody in the middle") << QByteArray() << QByteArray("DELE a\r\n");
    }

    void whatStandsBehindCccEndsTheSession()
    {
        QFETCH(QByteArray, encrypted);
        QFETCH(QByteArray, clear);
        publish({{u"clearCommandChannel"_s, true}, {u"upstreamTls"_s, u"clear"_s}});
        Wire client = secured();
        QVERIFY(sayLogin(client));
        client.setCorked(true);
        QVERIFY(client.send("CCC\r\n" + encrypted));
        if (!clear.isEmpty()) {
            client.endTls();
            client.dropTls();
            QVERIFY(client.send(clear));
        }
        client.setCorked(false);
        QVERIFY(!m_proxy->awaitLogText(u"did not end TLS in the way of CCC"_s).isEmpty());
        QVERIFY(m_proxy->awaitSessions(0));
        QVERIFY(!m_server->hasSeen("DELE"));
    }

    void whoHasLoggedInInClearCannotPretendLater()
    {
        publish({});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS secret").startsWith("230"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(!m_server->hasSeen("AUTH"));
    }

    void oldVersionsAreRefused()
    {
        publish({{u"upstreamTls"_s, u"clear"_s}});
        const TlsContext old = clientTls({}, TLS1_1_VERSION);
        SSL_CTX_set_min_proto_version(old.get(), TLS1_VERSION);
        SSL_CTX_set_cipher_list(old.get(), "ALL:@SECLEVEL=0");
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QVERIFY(!client.startTls(old));
        QVERIFY(!m_proxy->awaitLogText(u"unsupported protocol"_s).isEmpty());
    }

    void aHandshakeThatNeverComesEndsWithTheLoginTime()
    {
        publish({{u"loginSeconds"_s, 1}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QCOMPARE(client.rest(), QByteArray());
        QVERIFY(m_proxy->awaitSessions(0));
    }

    void aServerThatNeverShakesHandsEndsWithTheLoginTime()
    {
        m_server->setScript([](StubServer::Session &, const QByteArray &line) {
            return line.startsWith("AUTH") ? std::optional<QByteArray>("234 wait for it\r\n") : std::nullopt;
        });
        publish({{u"loginSeconds"_s, 1}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("421"));
        QVERIFY(m_proxy->awaitSessions(0));
    }

    void certificatesAreSwappedWithTheConfiguration()
    {
        publish({});
        Wire before = secured();
        QVERIFY(before.isOpen());
        const TestCertificate renewed(u"127.0.0.2"_s);
        const QJsonObject broken = m_proxy->configure({rule({}, {}, m_certificate.chain(), renewed.key())});
        QCOMPARE(broken.value(u"error").toObject().value(u"pointer").toString(), u"/rules/0/certificate/key"_s);
        QVERIFY(broken.value(u"error").toObject().value(u"message").toString().contains(u"does not belong"_s));
        QVERIFY(secured().isOpen());
        QVERIFY(m_proxy->configure({rule({}, {}, renewed.chain(), renewed.key())}).contains(u"result"));
        QVERIFY(before.command("USER ann").startsWith("331"));
        QVERIFY(trusts(renewed));
    }

    void renewedCertificatesAreReadAtHangUp()
    {
        TestCertificate files(u"127.0.0.2"_s);
        QVERIFY(m_proxy->configure({rule({}, {}, files.chain(), files.key())}).contains(u"result"));
        Wire before = secured();
        QVERIFY(before.isOpen());
        // Half of a renewal changes nothing.
        const TestCertificate renewed(u"127.0.0.2"_s);
        const auto replace = [](const QString &path, const QString &by) {
            return QFile::remove(path) && QFile::copy(by, path);
        };
        QVERIFY(replace(files.chain(), renewed.chain()));
        QCOMPARE(::kill(static_cast<pid_t>(m_proxy->process().processId()), SIGHUP), 0);
        QVERIFY(!m_proxy->awaitLogText(u"were not read anew, the old ones stay"_s).isEmpty());
        QVERIFY(!trusts(renewed));
        QVERIFY(replace(files.key(), renewed.key()));
        QCOMPARE(::kill(static_cast<pid_t>(m_proxy->process().processId()), SIGHUP), 0);
        QVERIFY(!m_proxy->awaitLogText(u"The certificates were read anew"_s).isEmpty());
        QVERIFY(trusts(renewed));
        QVERIFY(before.command("USER ann").startsWith("331"));
    }

private:
    // A client that takes nothing but this certificate.
    bool trusts(const TestCertificate &certificate) const
    {
        Wire client = connect();
        const TlsContext strict = clientTls();
        SSL_CTX_load_verify_file(strict.get(), certificate.authority().toLocal8Bit().constData());
        SSL_CTX_set_verify(strict.get(), SSL_VERIFY_PEER, nullptr);
        return client.reply().startsWith("220") && client.command("AUTH TLS").startsWith("234")
            && client.startTls(strict);
    }

    QJsonObject rule(QJsonObject filter, QJsonObject server, const QString &chain, const QString &key) const
    {
        filter.insert(u"enabled"_s, true);
        filter.insert(u"authTls"_s, u"terminate"_s);
        server.insert(u"address"_s, u"127.0.0.3"_s);
        server.insert(u"port"_s, m_server->port());
        return makeRule(m_port, m_server->port(), filter,
            {{u"server"_s, server}, {u"certificate"_s, QJsonObject{{u"chain"_s, chain}, {u"key"_s, key}}}});
    }

    void publish(const QJsonObject &filter, const QJsonObject &server = {})
    {
        const QJsonObject reply =
            m_proxy->configure({rule(filter, server, m_certificate.chain(), m_certificate.key())});
        QVERIFY2(reply.contains(u"result"), qPrintable(reply.value(u"error").toObject().value(u"message").toString()));
    }

    Wire connect() const { return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_port)); }

    // A client under TLS; closed if that failed.
    Wire secured() const
    {
        Wire client = connect();
        if (!client.reply().startsWith("220") || !client.command("AUTH TLS").startsWith("234")
            || !client.startTls(clientTls()))
            client.close();
        return client;
    }

    const TestCertificate m_certificate{u"127.0.0.2"_s};
    const TestCertificate m_serverCertificate{u"127.0.0.3"_s};
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestProxyTerminate)
#include "tst_proxy_terminate.moc"
