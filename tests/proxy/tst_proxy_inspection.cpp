#include "tests/proxy/harness/ProxyTest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The control connection of a session whose commands are read.
class TestProxyInspection : public ProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void authTlsIsDeniedByTheGatewayAlone()
    {
        publish();
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QCOMPARE(client.command("AUTH TLS"), QByteArray("550 Access is denied."));
        QCOMPARE(client.command("AUTH SSL"), QByteArray("550 Access is denied."));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(!m_server->hasSeen("AUTH"));
        const QJsonObject entry =
            m_proxy->awaitLog([](const QJsonObject &e) { return e.value(u"command") == u"AUTH TLS"_s; });
        QCOMPARE(entry.value(u"action").toString(), u"Denied Connection"_s);
        QCOMPARE(entry.value(u"resultCode").toInteger(), qint64(0x80074E24));
        QCOMPARE(entry.value(u"originator").toString(), u"gateway"_s);
        QVERIFY(entry.value(u"text").toString().contains(u"server never saw it"));
    }

    void passMakesTheSessionOpaque()
    {
        m_server->setScript([](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("AUTH"))
                return std::nullopt;
            session.control.send("234 go\r\n");
            // What would be a handshake: bytes that are no FTP, both ways.
            const QByteArray hello = session.control.exactly(5);
            return "\x16\x03\x01 echo " + hello;
        });
        publish({{u"authTls"_s, u"pass"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QCOMPARE(client.command("AUTH TLS"), QByteArray("234 go"));
        const QByteArray hello("\x16\x03\x00\xff\xf4", 5);
        QVERIFY(client.send(hello));
        QCOMPARE(client.exactly(14), "\x16\x03\x01 echo " + hello);
        // Deleting is a command for the server again; nobody reads it on the way.
        QVERIFY(client.send(QByteArray("NO\0OP\r\n", 7)));
        QVERIFY(client.reply().startsWith("200"));
        const QJsonObject session = m_proxy->sessions().at(0).toObject();
        QCOMPARE(session.value(u"opaque").toBool(), true);
    }

    void clearBytesBehindAuthAreThrownAway()
    {
        publish({{u"authTls"_s, u"pass"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send("AUTH TLS\r\nFEAT\r\nDELE x\r\n"));
        QCOMPARE(client.reply(), QByteArray("234 proceed"));
        QVERIFY(client.send("NOOP\r\n"));
        QCOMPARE(client.reply(), QByteArray("200 ok"));
        QVERIFY(!m_server->hasSeen("FEAT") && !m_server->hasSeen("DELE"));
        QVERIFY(!m_proxy->awaitLogText(u"14 bytes that the client sent in clear"_s).isEmpty());
    }

    void aServerThatRefusesAuthStaysInspected()
    {
        m_server->setScript([](StubServer::Session &, const QByteArray &line) -> std::optional<QByteArray> {
            return line.startsWith("AUTH") ? std::optional<QByteArray>("502 no TLS here\r\n") : std::nullopt;
        });
        publish({{u"authTls"_s, u"pass"_s}, {u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send("AUTH TLS\r\nDELE x\r\nNOOP\r\n"));
        QCOMPARE(client.reply(), QByteArray("502 no TLS here"));
        QCOMPARE(client.reply(), QByteArray("550 DELE is not allowed here."));
        QCOMPARE(client.reply(), QByteArray("200 ok"));
        QVERIFY(!m_server->hasSeen("DELE"));
    }

    void implicitTlsIsRelayedUnread()
    {
        const Ear server = Ear::open(u"127.0.0.3"_s);
        QJsonObject rule = makeRule(m_port, server.port, {{u"enabled"_s, true}});
        rule[u"server"_s] =
            QJsonObject{{u"address"_s, u"127.0.0.3"_s}, {u"port"_s, server.port}, {u"tls"_s, u"implicit"_s}};
        QVERIFY(m_proxy->configure({rule}).contains(u"result"));
        Wire client = connect();
        Wire peer = server.accept();
        QVERIFY(client.send(QByteArray("\x16\x03\x01\0", 4)));
        QCOMPARE(peer.exactly(4), QByteArray("\x16\x03\x01\0", 4));
    }

    void theCommandPolicyRefusesWithoutAskingTheServer()
    {
        publish({{u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}});
        Wire client = login();
        QCOMPARE(client.command("STOR f"), QByteArray("550 STOR is not allowed here."));
        QCOMPARE(client.command("SITE CHMOD 777 f"), QByteArray("550 SITE is not allowed here."));
        QVERIFY(!m_server->hasSeen("STOR") && !m_server->hasSeen("SITE"));
        const QJsonObject entry =
            m_proxy->awaitLog([](const QJsonObject &e) { return e.value(u"command") == u"STOR f"_s; });
        QCOMPARE(entry.value(u"resultCode").toInteger(), qint64(0xC004000D));
    }

    void repliesKeepTheOrderOfPipelinedCommands()
    {
        publish({{u"commands"_s, QJsonObject{{u"preset"_s, u"custom"_s}, {u"deny"_s, QJsonArray{u"DELE"_s}}}}});
        Wire client = connect();
        QVERIFY(client.send("FEAT\r\nDELE a\r\nNOOP\r\nDELE b\r\nUSER x\r\n"));
        for (const char *start : {"220", "211", "550", "200", "550", "331"})
            QCOMPARE(client.reply().left(3), QByteArray(start));
    }

    void aForbiddenCommandInATransferIsAnsweredBehindIt()
    {
        publish({{u"commands"_s, QJsonObject{{u"preset"_s, u"custom"_s}, {u"deny"_s, QJsonArray{u"DELE"_s}}}}});
        Wire client = login();
        Wire data = openData(client, "PASV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(client.send("DELE a\r\n"));
        QVERIFY(!m_proxy->awaitLog([](const QJsonObject &e) { return e.value(u"command") == u"DELE a"_s; }).isEmpty());
        data.close();
        QCOMPARE(client.reply(), QByteArray("226 done"));
        QCOMPARE(client.reply(), QByteArray("550 DELE is not allowed here."));
    }

    void anAbortReachesTheServerDuringATransfer()
    {
        std::atomic<bool> hasAborted = false;
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("RETR"))
                return std::nullopt;
            session.control.send("150 endless\r\n");
            Wire data = session.data.accept();
            hasAborted = session.control.line() == QByteArray("ABOR");
            data.reset();
            return "426 aborted\r\n226 abort successful\r\n";
        });
        publish();
        Wire client = login();
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        // RFC 959 page 34: Telnet IP and the Synch, whose data mark is urgent, then ABOR.
        QVERIFY(client.send("\xff\xf4\xff"));
        QVERIFY(client.sendUrgent("\xf2"));
        QVERIFY(client.send("ABOR\r\n"));
        QCOMPARE(client.reply(), QByteArray("426 aborted"));
        QCOMPARE(client.reply(), QByteArray("226 abort successful"));
        QVERIFY(hasAborted);
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void theBannerIsTheRules()
    {
        m_server->setGreeting("220-vsFTPd\r\n220-secret version\r\n220 end\r\n");
        publish({{u"banner"_s, u"Welcome to Partner"_s}});
        Wire client = connect();
        QCOMPARE(client.line().value_or(""), QByteArray("220 Welcome to Partner"));
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void commandsInFrontOfTheBannerWait()
    {
        const Ear server = Ear::open(u"127.0.0.3"_s);
        QVERIFY(m_proxy->configure({makeRule(m_port, server.port, {{u"enabled"_s, true}})}).contains(u"result"));
        Wire client = connect();
        QVERIFY(client.send("USER early\r\n"));
        Wire peer = server.accept();
        QVERIFY(m_proxy->awaitSessions(1));
        // 120 is no greeting yet. When the second one is there, whatever the first had set free is through.
        for (int i = 0; i < 2; ++i) {
            QVERIFY(peer.send("120 soon\r\n"));
            QVERIFY(client.reply().startsWith("120"));
        }
        QVERIFY(!peer.hasMore(0));
        QVERIFY(peer.send("220 now\r\n"));
        QCOMPARE(peer.line().value_or(""), QByteArray("USER early"));
        QVERIFY(client.reply().startsWith("220"));
    }

    void whoeverDoesNotLogInIsSentAway()
    {
        publish({{u"loginSeconds"_s, 1}});
        Wire in = login();
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QCOMPARE(client.reply(), QByteArray("421 Login took too long."));
        QVERIFY(!client.line());
        QVERIFY(in.command("NOOP").startsWith("200"));
    }

    void idleSessionsAreToldWhy()
    {
        publish({{u"idleSeconds"_s, 1}});
        Wire client = login();
        QCOMPARE(client.reply(), QByteArray("421 Idle for too long."));
        QVERIFY(!client.line());
    }

    void aTransferKeepsItsControlConnectionAlive()
    {
        publish({{u"idleSeconds"_s, 1}});
        Wire client = login();
        Wire data = openData(client, "PASV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        // Other sessions measure the time: each of them ends after an idle second, while the transfer trickles on.
        for (int i = 0; i < 2; ++i) {
            Wire clock = login();
            QVERIFY(clock.isOpen());
            while (!clock.hasMore(100))
                QVERIFY(data.send("x"));
            QCOMPARE(clock.reply(), QByteArray("421 Idle for too long."));
        }
        data.close();
        QVERIFY(client.reply().startsWith("226"));
    }

    void theSessionListSaysWhoMovesWhat()
    {
        publish();
        Wire client = login();
        Wire data = openData(client, "PASV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(data.send(QByteArray(1000, 'x')));
        QVERIFY(!m_proxy->awaitLogText(u"Data connection through port"_s).isEmpty());
        QJsonObject session;
        do {
            session = m_proxy->sessions().at(0).toObject();
        } while (session.value(u"bytesUp").toInt() < 1000);
        QCOMPARE(session.value(u"user").toString(), u"ann"_s);
        QCOMPARE(session.value(u"transfer").toString(), u"STOR f"_s);
        QCOMPARE(session.value(u"client").toString(), u"127.0.0.1"_s);
        QCOMPARE(session.value(u"opaque").toBool(), false);
    }

    void passwordsAreNowhereInTheLog()
    {
        publish();
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS topsecret").startsWith("230"));
        QVERIFY(client.command("ACCT topsecret").startsWith("200"));
        QVERIFY(client.command("SITE PSWD topsecret newsecret").startsWith("200"));
        QVERIFY(client.command(" PASS topsecret").startsWith("500"));
        QVERIFY(client.command("PASS\ttopsecret").startsWith("500"));
        QVERIFY(client.command("PASS " + QByteArray(5000, 'x') + "topsecret").startsWith("500"));
        const QByteArray log = QJsonDocument(m_proxy->log()).toJson();
        QVERIFY(log.contains("PASS ****") && log.contains("ACCT ****"));
        QVERIFY(!log.contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestProxyInspection)
#include "tst_proxy_inspection.moc"
