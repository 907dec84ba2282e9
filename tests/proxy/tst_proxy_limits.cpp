#include "tests/proxy/harness/ProxyTest.h"

#include <QDateTime>
#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonObject aSecondOfData{{u"dataSeconds"_s, 1}};

} // namespace

/// What a rule grants its clients: transfers that go on, and sessions of one network. The other limits are in
/// tst_proxy_inspection and tst_proxy_relay.
class TestProxyLimits : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void aStalledTransferIsCutAndTheSessionGoesOn_data()
    {
        QTest::addColumn<QByteArray>("protection");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("believes");
        for (const char *protection : {"", "C", "P"}) {
            const QByteArray kind = *protection ? QByteArray("PROT ") + protection : QByteArray("clear");
            for (const char *command : {"STOR f", "RETR f"}) {
                QTest::addRow("%s, %s", kind.constData(), command)
                    << QByteArray(protection) << QByteArray(command) << false;
                QTest::addRow("%s, %s, the server reports success", kind.constData(), command)
                    << QByteArray(protection) << QByteArray(command) << true;
            }
        }
    }

    void aStalledTransferIsCutAndTheSessionGoesOn()
    {
        QFETCH(QByteArray, protection);
        QFETCH(QByteArray, command);
        QFETCH(bool, believes);
        // A server that sends nothing more, and waits for whatever comes.
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line != command)
                return std::nullopt;
            session.control.send("150 now\r\n");
            Wire data = session.data.accept();
            if (session.isPrivate && !data.startTls(m_serverCertificate.serverTls(), true))
                return "425 no TLS\r\n";
            data.send("half");
            bool wasReset = false;
            (void)data.rest(&wasReset);
            return wasReset && !believes ? "426 cut\r\n" : "226 done\r\n";
        });
        Wire client = begin(protection);
        QVERIFY(client.isOpen());
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command(command).startsWith("150"));
        QVERIFY(protection != "P" || data.startTls(clientTls(), false, client.ticket()));
        QVERIFY(data.send("half"));
        QVERIFY(client.reply().startsWith("426"));
        bool wasReset = false;
        (void)data.rest(&wasReset);
        QVERIFY(wasReset);
        const QJsonObject entry = m_proxy->awaitLogText(u"Nothing moved on the data connection"_s);
        QCOMPARE(entry.value(u"resultCode").toInt(), 10060);
        QCOMPARE(entry.value(u"action").toString(), u"Closed Connection"_s);
        QCOMPARE(entry.value(u"originator").toString(), u"gateway"_s);
        QCOMPARE(entry.value(u"command").toString(), QString::fromLatin1(command));
        QCOMPARE(count(u"limits"_s, u"data"_s), 1);
        QCOMPARE(count(u"limits"_s, u"idle"_s), 0);
        QCOMPARE(count(u"transfers"_s, u"cut"_s), 1);
        // And once more, whole.
        m_server->setScript({});
        Wire upload = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(protection != "P" || upload.startTls(clientTls(), false, client.ticket()));
        QVERIFY(upload.send("all of it"));
        if (upload.isTls())
            upload.endTls();
        upload.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray("all of it"));
    }

    void aClientThatDoesNotReadIsCut_data() { addProtections(); }

    void aClientThatDoesNotReadIsCut()
    {
        QFETCH(QByteArray, protection);
        m_server->setFile(QByteArray(40'000'000, 'f'));
        Wire client = begin(protection);
        Wire data = openData(client, "EPSV", 4096);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(protection.isEmpty() || data.startTls(clientTls(), false, client.ticket()));
        // The stub says 226 whatever happens.
        QVERIFY(client.reply().startsWith("426"));
        QCOMPARE(count(u"limits"_s, u"data"_s), 1);
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void aTransferOfWhichAByteMovesNowAndThenLives_data() { addProtections(); }

    void aTransferOfWhichAByteMovesNowAndThenLives()
    {
        QFETCH(QByteArray, protection);
        Wire client = begin(protection);
        Wire trickle = openData(client, "EPSV");
        QVERIFY(client.command("STOR slow").startsWith("150"));
        QVERIFY(protection.isEmpty() || trickle.startTls(clientTls(), false, client.ticket()));
        qsizetype sent = 0;
        // Stalled transfers measure the time: each of them is cut after a second.
        for (int i = 0; i < 2; ++i) {
            Wire clock = protection.isEmpty() ? login() : securedLogin(protection);
            Wire stalled = openData(clock, "EPSV");
            QVERIFY(clock.command("STOR stalled").startsWith("150"));
            QVERIFY(protection.isEmpty() || stalled.startTls(clientTls(), false, clock.ticket()));
            for (; !clock.hasMore(100); ++sent)
                QVERIFY(trickle.send("x"));
            QVERIFY(clock.reply().startsWith("426"));
        }
        if (trickle.isTls())
            trickle.endTls();
        trickle.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(m_server->stored().size(), sent);
        QCOMPARE(count(u"limits"_s, u"data"_s), 2);
    }

    void aWholeUploadIsBelievedHoweverLongTheServerTakes()
    {
        QSemaphore hasChecked;
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line != "STOR f")
                return std::nullopt;
            session.control.send("150 go ahead\r\n");
            Wire data = session.data.accept();
            const QByteArray all = data.rest();
            return hasChecked.tryAcquire(1, 10'000) && all == "whole" ? "226 done\r\n" : "451 no\r\n";
        });
        Wire client = begin({});
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(data.send("whole"));
        data.finishWriting();
        QVERIFY(!m_proxy->awaitLogText(u"Nothing moved on the data connection"_s).isEmpty());
        hasChecked.release();
        QVERIFY(client.reply().startsWith("226"));
    }

    void theEndOfADataConnectionIsActivityOfItsSession()
    {
        m_server->setScript([](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line != "STOR f")
                return std::nullopt;
            session.control.send("150 go ahead\r\n");
            (void)session.data.accept().rest();
            // It has no word for it.
            return QByteArray();
        });
        publish({{u"dataSeconds"_s, 1}, {u"idleSeconds"_s, 2}});
        Wire client = login();
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        QCOMPARE(client.reply(), QByteArray("421 Idle for too long."));
        const auto timeOf = [this](const QString &text) {
            return QDateTime::fromString(m_proxy->awaitLogText(text).value(u"time").toString(), Qt::ISODateWithMs);
        };
        QVERIFY(timeOf(u"Nothing moved on the data connection"_s).msecsTo(timeOf(u"was idle for too long"_s)) >= 1900);
    }

    void theCutOfAnEarlierConnectionIsNotThatOfTheNextTransfer()
    {
        m_server->setFile("content");
        Wire client = begin({});
        // A client that leaves its end open behind a whole download.
        Wire lingering = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(lingering.rest(), QByteArray("content"));
        QVERIFY(client.reply().startsWith("226"));
        Wire upload = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        while (count(u"limits"_s, u"data"_s) == 0)
            QVERIFY(upload.send("x"));
        upload.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(count(u"limits"_s, u"data"_s), 1);
    }

    void aPortThatWaitsForItsClientIsNoStalledTransfer()
    {
        Wire client = begin({});
        const std::uint16_t port = announcedPort(client.command("EPSV"));
        Wire clock = login();
        Wire stalled = openData(clock, "EPSV");
        QVERIFY(clock.command("STOR stalled").startsWith("150"));
        QVERIFY(clock.reply().startsWith("426"));
        Wire data = Wire::connect(u"127.0.0.2"_s, port);
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(data.send("late"));
        data.close();
        QVERIFY(client.reply().startsWith("226"));
    }

    void withoutTheFilterOnlyTheIdleLimitCounts()
    {
        const int dataPort = freePorts(1);
        const StubServer blind(u"127.0.0.3"_s, static_cast<std::uint16_t>(dataPort));
        const int port = freePorts(1);
        const QJsonObject forwarding = makeRule(port, blind.port(), {{u"enabled"_s, false}, {u"dataSeconds"_s, 1}},
            {{u"id"_s, u"rule-2"_s}, {u"relayPorts"_s, QJsonArray{QString::number(dataPort)}}});
        QVERIFY(m_proxy->configure({rule(aSecondOfData), forwarding}).contains(u"result"));
        Wire client = logIn(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)));
        QVERIFY(client.command("PASV").startsWith("227"));
        Wire data = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(dataPort));
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(data.send("half"));
        QVERIFY(!m_proxy->awaitLogText(u"Data connection through port %1"_s.arg(dataPort)).isEmpty());
        Wire clock = login();
        Wire stalled = openData(clock, "EPSV");
        QVERIFY(clock.command("STOR stalled").startsWith("150"));
        QVERIFY(clock.reply().startsWith("426"));
        QVERIFY(data.send(" and half"));
        data.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(blind.stored(), QByteArray("half and half"));
    }

    void sessionsOfANetworkAreCountedTogether()
    {
        publish({{u"maxSessionsPerNetwork"_s, 2}});
        Wire first = login(u"127.0.1.1"_s);
        const Wire second = login(u"127.0.1.254"_s);
        QVERIFY(first.isOpen() && second.isOpen());
        QCOMPARE(
            connect(u"127.0.1.7"_s).reply(), QByteArray("421 Too many sessions from your network, try again later."));
        const Wire far = login(u"127.0.3.1"_s);
        QVERIFY(far.isOpen());
        QCOMPARE(count(u"limits"_s, u"sessionsPerNetwork"_s), 1);
        QCOMPARE(count(u"denied"_s, QString::number(0xC0040011)), 1);
        const QJsonObject entry = m_proxy->awaitLogText(u"sessions for one client network"_s);
        QCOMPARE(entry.value(u"action").toString(), u"Denied Connection"_s);
        QCOMPARE(entry.value(u"client").toString(), u"127.0.1.7"_s);
        QCOMPARE(entry.value(u"resultCode").toInteger(), qint64(0xC0040011));
        QVERIFY(first.command("QUIT").startsWith("221"));
        first.close();
        QVERIFY(m_proxy->awaitSessions(2));
        QVERIFY(login(u"127.0.1.7"_s).isOpen());
    }

    void changesOfTheNetworkLimitCountOpenSessions()
    {
        const auto admits = [this](const QString &source) {
            Wire client = login(source);
            const bool isIn = client.isOpen();
            const bool isOut = !isIn || client.command("QUIT").startsWith("221");
            client.close();
            return isIn && isOut && m_proxy->awaitSessions(3);
        };
        // Begun while nobody counted networks.
        publish();
        const Wire first = login(u"127.0.1.1"_s);
        const Wire second = login(u"127.0.1.2"_s);
        const Wire far = login(u"127.0.3.1"_s);
        QVERIFY(admits(u"127.0.1.3"_s));
        publish({{u"maxSessionsPerNetwork"_s, 2}});
        QVERIFY(!admits(u"127.0.1.3"_s));
        QVERIFY(admits(u"127.0.3.3"_s));
        publish({{u"maxSessionsPerNetwork"_s, 3}, {u"networkPrefix4"_s, 16}});
        QVERIFY(!admits(u"127.0.9.9"_s));
        publish({{u"maxSessionsPerNetwork"_s, 4}, {u"networkPrefix4"_s, 16}});
        QVERIFY(admits(u"127.0.9.9"_s));
        publish();
        QVERIFY(admits(u"127.0.1.3"_s));
        publish({{u"maxSessionsPerNetwork"_s, 1}, {u"networkPrefix4"_s, 32}});
        QVERIFY(!admits(u"127.0.1.1"_s));
        QVERIFY(admits(u"127.0.1.3"_s));
    }

private:
    static void addProtections()
    {
        QTest::addColumn<QByteArray>("protection");
        QTest::newRow("clear") << QByteArray();
        QTest::newRow("PROT P") << QByteArray("P");
    }

    // A session of a rule whose transfers may stall for a second. Without a protection: all in clear.
    [[nodiscard]] Wire begin(const QByteArray &protection)
    {
        if (protection.isEmpty())
            publish(aSecondOfData);
        else
            terminate(aSecondOfData);
        return protection.isEmpty() ? login() : securedLogin(protection);
    }
};

QTEST_GUILESS_MAIN(TestProxyLimits)
#include "tst_proxy_limits.moc"
