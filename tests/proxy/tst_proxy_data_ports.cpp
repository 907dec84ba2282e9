#include "tests/proxy/harness/ProxyTest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The data connections of a session whose commands are read.
class TestProxyDataPorts : public ProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void passiveTransfersGoThroughAPortOfTheGateway_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("PASV") << QByteArray("PASV");
        QTest::newRow("EPSV") << QByteArray("EPSV");
        QTest::newRow("EPSV 1") << QByteArray("EPSV 1");
    }

    void passiveTransfersGoThroughAPortOfTheGateway()
    {
        QFETCH(QByteArray, command);
        m_server->setFile(QByteArray(1'000'000, 'f'));
        publish();
        Wire client = login();
        Wire download = openData(client, command);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(download.rest(), QByteArray(1'000'000, 'f'));
        QVERIFY(client.reply().startsWith("226"));
        Wire upload = openData(client, command);
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(upload.send(QByteArray(500'000, 'g')));
        upload.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray(500'000, 'g'));
        const QJsonObject entry =
            m_proxy->awaitLog([](const QJsonObject &e) { return e.value(u"command") == u"STOR g"_s; });
        QCOMPARE(entry.value(u"reply").toString(), u"226 done"_s);
        QCOMPARE(entry.value(u"originator").toString(), u"server"_s);
    }

    void aServerThatLiesIsCalledAtItsOwnAddress()
    {
        const Ear third = Ear::open(u"127.0.0.4"_s);
        const Ear own = Ear::open(u"127.0.0.3"_s, third.port);
        QVERIFY(own.fd >= 0);
        m_server->setScript([&](StubServer::Session &, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("PASV"))
                return std::nullopt;
            return "227 Entering Passive Mode (127,0,0,4," + QByteArray::number(third.port >> 8) + ","
                + QByteArray::number(third.port & 255) + ")\r\n";
        });
        publish();
        Wire client = login();
        Wire data = openData(client, "PASV");
        Wire called = own.accept();
        QVERIFY(called.isOpen());
        QVERIFY(!third.hasCaller(0));
    }

    void clientsOnCertainNetworksAreToldAnAddressOfTheirOwn_data()
    {
        QTest::addColumn<QString>("clients");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("told");
        QTest::newRow("nobody") << u""_s << u""_s << u"203.0.113.9"_s;
        QTest::newRow("another network") << u"10.0.0.0/8"_s << u"10.0.0.1"_s << u"203.0.113.9"_s;
        QTest::newRow("this client's") << u"127.0.0.0/8"_s << u"127.0.0.2"_s << u"127.0.0.2"_s;
    }

    void clientsOnCertainNetworksAreToldAnAddressOfTheirOwn()
    {
        QFETCH(QString, clients);
        QFETCH(QString, address);
        QFETCH(QString, told);
        QJsonArray addresses;
        if (!clients.isEmpty())
            addresses = {QJsonObject{{u"clients"_s, clients}, {u"address"_s, address}},
                QJsonObject{{u"clients"_s, u"0.0.0.0/0"_s}, {u"address"_s, u"203.0.113.9"_s}}};
        publish({}, {{u"externalAddress"_s, u"203.0.113.9"_s}, {u"clientAddresses"_s, addresses}});
        Wire client = login();
        QVERIFY(announcedPort(client.command("PASV"), told) != 0);
        // RFC 2428: a 229 reply names no address at all.
        QVERIFY(announcedPort(client.command("EPSV")) != 0);
    }

    void aStrangerAtADataPortGetsNoByte()
    {
        m_server->setFile("secret");
        publish();
        Wire client = login();
        const std::uint16_t port = announcedPort(client.command("PASV"));
        QVERIFY(port != 0);
        bool wasReset = false;
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, port, u"127.0.0.9"_s).rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
        Wire own = Wire::connect(u"127.0.0.2"_s, port);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(own.rest(), QByteArray("secret"));
        QVERIFY(!m_proxy->awaitLogText(u"is not open for 127.0.0.9"_s).isEmpty());
        // One connection a port: the next one finds nobody.
        QVERIFY(!Wire::connect(u"127.0.0.2"_s, port).isOpen());
    }

    void fiveTransfersOnFourPorts()
    {
        const int data = freePorts(4);
        publish({}, {{u"dataPorts"_s, QJsonArray{u"%1-%2"_s.arg(data).arg(data + 3)}}});
        std::vector<Wire> clients;
        std::vector<Wire> transfers;
        for (int i = 0; i < 4; ++i) {
            clients.push_back(login());
            transfers.push_back(openData(clients.back(), i % 2 == 0 ? "PASV" : "EPSV"));
            QVERIFY(transfers.back().isOpen());
            QVERIFY(clients.back().command("STOR f").startsWith("150"));
        }
        Wire fifth = login();
        QCOMPARE(fifth.command("PASV"),
            QByteArray("425 Cannot open a data connection: all data ports are in use, try again later."));
        const QJsonObject entry = m_proxy->awaitLogText(u"All 4 data ports of the rule are in use"_s);
        QCOMPARE(entry.value(u"action").toString(), u"Failed Connection Attempt"_s);
        QCOMPARE(entry.value(u"resultCode").toInteger(), qint64(0xC0040011));
        // The others are unharmed, and a port that has become free is given out again.
        QVERIFY(transfers[0].send("data"));
        transfers[0].close();
        QVERIFY(clients[0].reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray("data"));
        QVERIFY(!m_proxy->awaitLogText(u"The data connection was closed"_s).isEmpty());
        QVERIFY(openData(fifth, "PASV").isOpen());
    }

    void relayPortsAreNotDataPorts()
    {
        const int data = freePorts(2);
        publish({},
            {{u"dataPorts"_s, QJsonArray{u"%1-%2"_s.arg(data).arg(data + 1)}},
                {u"relayPorts"_s, QJsonArray{QString::number(data)}}});
        Wire client = login();
        for (int i = 0; i < 8; ++i)
            QCOMPARE(announcedPort(client.command("PASV")), std::uint16_t(data + 1));
    }

    void activeModeIsRefusedUnlessTheRuleAllowsIt()
    {
        publish();
        Wire client = login();
        QVERIFY(client.command("PORT 127,0,0,1,200,10").startsWith("502"));
        QVERIFY(client.command("EPRT |1|127.0.0.1|51210|").startsWith("502"));
        QVERIFY(!m_server->hasSeen("PORT") && !m_server->hasSeen("EPRT"));
    }

    void activeModeLeadsToTheClientAndToNobodyElse()
    {
        m_server->setFile("active");
        publish({{u"dataModes"_s, QJsonObject{{u"active"_s, true}}}});
        Wire client = login();
        const Ear third = Ear::open(u"127.0.0.4"_s);
        const QByteArray thirdPort = QByteArray::number(third.port >> 8) + "," + QByteArray::number(third.port & 255);
        QVERIFY(client.command("PORT 127,0,0,4," + thirdPort).startsWith("504"));
        QVERIFY(client.command("PORT 127,0,0,1,0,22").startsWith("504"));
        QVERIFY(!third.hasCaller(0));
        const Ear own = Ear::open(u"127.0.0.1"_s);
        const QByteArray ownPort = QByteArray::number(own.port >> 8) + "," + QByteArray::number(own.port & 255);
        QVERIFY(client.command("PORT 127,0,0,1," + ownPort).startsWith("200"));
        QVERIFY(client.command("RETR f").startsWith("150"));
        Wire data = own.accept();
        QCOMPARE(data.rest(), QByteArray("active"));
        QVERIFY(client.reply().startsWith("226"));
    }

    void anIPv6ClientReachesAnIPv4Server()
    {
        m_server->setFile("six to four");
        QJsonObject rule = makeRule(m_port, m_server->port(), {{u"enabled"_s, true}});
        rule[u"listen"_s] = QJsonObject{{u"address"_s, u"::1"_s}, {u"port"_s, m_port}};
        const QJsonObject reply = m_proxy->configure({rule});
        if (!reply.contains(u"result"))
            QSKIP("There is no IPv6 here.");
        Wire client = Wire::connect(u"::1"_s, static_cast<std::uint16_t>(m_port));
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("PASV").startsWith("425"));
        QVERIFY(client.command("EPSV 1").startsWith("522"));
        const std::uint16_t port = announcedPort(client.command("EPSV 2"));
        Wire data = Wire::connect(u"::1"_s, port);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(data.rest(), QByteArray("six to four"));
    }
};

QTEST_GUILESS_MAIN(TestProxyDataPorts)
#include "tst_proxy_data_ports.moc"
