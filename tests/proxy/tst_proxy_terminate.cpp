#include "tests/proxy/harness/ProxyTest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The control connection of a session whose TLS ends at the gateway.
class TestProxyTerminate : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
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
        terminate({{u"upstreamTls"_s, upstream}});
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
        terminate({{u"upstreamTls"_s, u"same"_s}});
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
        terminate({{u"upstreamTls"_s, upstream}}, {{u"tls"_s, u"implicit"_s}});
        Wire client = connect();
        QVERIFY(client.startTls(clientTls()));
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(!m_server->hasSeen("AUTH"));
    }

    void commandsAreInspectedUnderTls()
    {
        terminate({{u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}});
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
        terminate({{u"upstreamTls"_s, upstream}});
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
        terminate({});
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
        terminate({{u"upstreamTls"_s, u"clear"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QCOMPARE(client.startTls(clientTls(offered)), isAccepted);
        if (isAccepted)
            QTEST(client.protocol(), "selected");
        else
            QVERIFY(!m_proxy->awaitLogText(u"handshake with the client failed"_s).isEmpty());
    }

    void aServerWithoutTlsIsNoReasonForClearText()
    {
        m_server->setScript([](StubServer::Session &, const QByteArray &line) {
            return line.startsWith("AUTH") ? std::optional<QByteArray>("500 what?\r\n") : std::nullopt;
        });
        terminate({{u"upstreamTls"_s, u"same"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("431"));
        QVERIFY(!m_proxy->awaitLogText(u"it answered \"500 what?\" to AUTH TLS"_s).isEmpty());
        terminate({{u"upstreamTls"_s, u"required"_s}});
        Wire other = connect();
        QVERIFY(other.reply().startsWith("421"));
        QCOMPARE(other.rest(), QByteArray());
        QVERIFY(!m_server->hasSeen("USER"));
    }

    void theGatewayKeepsTheRulesOfRfc4217()
    {
        terminate({});
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

    void whoHasLoggedInInClearCannotPretendLater()
    {
        terminate({});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS secret").startsWith("230"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(!m_server->hasSeen("AUTH"));
    }

    void oldVersionsAreRefused()
    {
        terminate({{u"upstreamTls"_s, u"clear"_s}});
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
        terminate({{u"loginSeconds"_s, 1}});
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
        terminate({{u"loginSeconds"_s, 1}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("421"));
        QVERIFY(m_proxy->awaitSessions(0));
    }
};

QTEST_GUILESS_MAIN(TestProxyTerminate)
#include "tst_proxy_terminate.moc"
