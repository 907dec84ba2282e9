#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

#include <QTest>

#include <sys/socket.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonObject filterOff{{u"enabled"_s, false}};

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::uint32_t state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QString range(int first, int count)
{
    return u"%1-%2"_s.arg(first).arg(first + count - 1);
}

Wire login(int port, const QString &source = {})
{
    return logIn(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port), source));
}

} // namespace

class TestProxyRelay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFixedRangeCarriesTransfersBothWays()
    {
        const int port = freePorts(1);
        const int data = freePorts(4);
        StubServer server(u"127.0.0.3"_s, static_cast<std::uint16_t>(data));
        server.setFile(noise(20'000'000));
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonArray ports{range(data, 4)};
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff, {{u"relayPorts"_s, ports}})})
                .contains(u"result"));
        Wire client = login(port);
        QVERIFY(client.isOpen());
        QVERIFY(client.command("EPSV").startsWith("229"));
        Wire download = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data));
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(download.rest(), noise(20'000'000));
        QVERIFY(client.reply().startsWith("226"));
        QVERIFY(client.command("EPSV").startsWith("229"));
        Wire upload = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data));
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(upload.send(noise(3'000'000)));
        upload.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(server.stored(), noise(3'000'000));
        QVERIFY(client.command("QUIT").startsWith("221"));
        client.close();
        const QJsonObject end = proxy.awaitLogText(u"The control connection was closed"_s);
        QCOMPARE(end.value(u"resultCode").toInteger(), qint64(0x80074E20));
        QVERIFY(end.value(u"bytes").toInteger() > 23'000'000);
    }

    void relayPortsAreForClientsWithASession()
    {
        const int port = freePorts(1);
        const int data = freePorts(1);
        StubServer server(u"127.0.0.3"_s, static_cast<std::uint16_t>(data));
        server.setFile("secret");
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonArray ports{QString::number(data)};
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff, {{u"relayPorts"_s, ports}})})
                .contains(u"result"));
        const auto dataPort = static_cast<std::uint16_t>(data);
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, dataPort).rest(), QByteArray());
        Wire client = login(port);
        QVERIFY(client.command("PASV").startsWith("227"));
        bool wasReset = false;
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, dataPort, u"127.0.0.9"_s).rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
        const QJsonObject denied =
            proxy.awaitLog([](const QJsonObject &e) { return e.value(u"client") == u"127.0.0.9"_s; });
        QCOMPARE(denied.value(u"action").toString(), u"Denied Connection"_s);
        QCOMPARE(denied.value(u"resultCode").toInteger(), qint64(0xC004000D));
        Wire own = Wire::connect(u"127.0.0.2"_s, dataPort);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(own.rest(), QByteArray("secret"));
        // Without the check anybody of the rule's networks may come.
        QVERIFY(proxy
                .configure({makeRule(port, server.port(), {{u"enabled"_s, false}, {u"sameClientAddress"_s, false}},
                    {{u"relayPorts"_s, ports}})})
                .contains(u"result"));
        QVERIFY(client.reply().startsWith("226"));
        QVERIFY(client.command("PASV").startsWith("227"));
        Wire other = Wire::connect(u"127.0.0.2"_s, dataPort, u"127.0.0.9"_s);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(other.rest(), QByteArray("secret"));
    }

    void aResetGoesThroughAsAReset()
    {
        const int port = freePorts(1);
        const int data = freePorts(1);
        StubServer server(u"127.0.0.3"_s, static_cast<std::uint16_t>(data));
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonArray ports{QString::number(data)};
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff, {{u"relayPorts"_s, ports}})})
                .contains(u"result"));
        Wire client = login(port);
        QVERIFY(client.command("PASV").startsWith("227"));
        Wire upload = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data));
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(upload.send(noise(100'000)));
        upload.reset();
        QVERIFY(client.reply().startsWith("426"));
        QVERIFY(server.wasUploadReset());
        const QJsonObject end = proxy.awaitLogText(u"The data connection was reset"_s);
        QCOMPARE(end.value(u"resultCode").toInteger(), qint64(0x80074E21));
        QCOMPARE(end.value(u"originator").toString(), u"client"_s);
    }

    void anUrgentByteDoesNotStopTheRest()
    {
        const int port = freePorts(1);
        StubServer server(u"127.0.0.3"_s, static_cast<std::uint16_t>(freePorts(1)));
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff)}).contains(u"result"));
        Wire client = login(port);
        // As ftplib sends ABOR: the last byte of the line is the urgent one.
        QVERIFY(client.sendUrgent("NOOP\r\n"));
        QVERIFY(client.reply().startsWith("200"));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(client.sendUrgent("NOOP\r\n"));
        client.finishWriting();
        QVERIFY(client.reply().startsWith("200"));
    }

    void aLineWithAnUrgentByteArrivesInOnePiece()
    {
        const int port = freePorts(1);
        const Ear server = Ear::open(u"127.0.0.3"_s);
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy.configure({makeRule(port, server.port, filterOff)}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire peer = server.accept();
        for (int i = 0; i < 200; ++i) {
            QVERIFY(client.sendUrgent("ABOR\r\n"));
            QVERIFY(peer.hasMore(10'000));
            std::array<char, 100> piece{};
            const ssize_t count = ::recv(peer.fd(), piece.data(), piece.size(), 0);
            QCOMPARE(QByteArray(piece.data(), count), "ABOR\r\n");
        }
    }

    // curl closes a TLS 1.3 upload while vsftpd's tickets are still unread: its kernel resets the connection.
    void whatWasSentBeforeAResetIsPassedOn()
    {
        const int port = freePorts(1);
        const Ear server = Ear::open(u"127.0.0.3"_s);
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy.configure({makeRule(port, server.port, filterOff)}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire peer = server.accept();
        // More than the server's kernel takes for a server that does not read.
        const QByteArray all = noise(1'000'000);
        QVERIFY(client.send(all));
        QVERIFY(client.awaitAcknowledged());
        client.reset();
        QVERIFY(peer.send("a ticket"));
        bool wasReset = false;
        QVERIFY(peer.rest(&wasReset) == all);
        QVERIFY(wasReset);
        QVERIFY(proxy.awaitSessions(0));
    }

    void aHalfCloseGoesThroughAsAHalfClose()
    {
        const int port = freePorts(1);
        const Ear server = Ear::open(u"127.0.0.3"_s);
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy.configure({makeRule(port, server.port, filterOff)}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire peer = server.accept();
        QVERIFY(client.send("last words"));
        client.finishWriting();
        QCOMPARE(peer.rest(), QByteArray("last words"));
        QVERIFY(peer.send("answer"));
        peer.close();
        QCOMPARE(client.rest(), QByteArray("answer"));
        QVERIFY(proxy.awaitSessions(0));
    }

    void aSlowReaderStopsTheWriterAndLosesNothing()
    {
        const int port = freePorts(1);
        const Ear server = Ear::open(u"127.0.0.3"_s);
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy.configure({makeRule(port, server.port, filterOff)}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire peer = server.accept();
        const QByteArray all = noise(64 * 1024 * 1024);
        std::thread writer([&] {
            peer.send(all);
            peer.close();
        });
        // A byte moves first, then the relay has to wait for the reader; another session is not held up by that.
        QByteArray seen = client.exactly(1);
        Wire second = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire secondPeer = server.accept();
        QVERIFY(second.send("x"));
        QCOMPARE(secondPeer.exactly(1), QByteArray("x"));
        seen += client.rest();
        writer.join();
        QVERIFY(seen == all);
    }

    void aServerThatIsDownIsTold()
    {
        const int port = freePorts(2);
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonObject alive = makeRule(port + 1, server.port(), filterOff, {{u"id"_s, u"alive"_s}});
        Ear gone = Ear::open(u"127.0.0.3"_s);
        const int nobody = gone.port;
        gone.close();
        QVERIFY(proxy.configure({makeRule(port, nobody, filterOff), alive}).contains(u"result"));
        Wire other = login(port + 1);
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QCOMPARE(client.reply(), QByteArray("421 Service not available, the published server cannot be reached."));
        QVERIFY(!client.line());
        const QJsonObject entry =
            proxy.awaitLog([](const QJsonObject &e) { return e.value(u"action") == u"Failed Connection Attempt"_s; });
        QCOMPARE(entry.value(u"resultCode").toInt(), 10061);
        QCOMPARE(entry.value(u"originator").toString(), u"gateway"_s);
        QVERIFY(other.command("NOOP").startsWith("200"));
    }

    void theFirstRuleThatAdmitsTheClientWins()
    {
        const int port = freePorts(1);
        StubServer first;
        StubServer second;
        second.setGreeting("220 second\r\n");
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonArray onlyNine{u"127.0.0.9"_s};
        const QJsonArray loopback{u"127.0.0.0/29"_s};
        QVERIFY(proxy
                .configure({makeRule(port, first.port(), filterOff, {{u"from"_s, onlyNine}}),
                    makeRule(port, second.port(), filterOff, {{u"id"_s, u"r2"_s}, {u"from"_s, loopback}})})
                .contains(u"result"));
        const auto listen = static_cast<std::uint16_t>(port);
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, listen, u"127.0.0.9"_s).reply(), QByteArray("220 stub ready"));
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, listen, u"127.0.0.1"_s).reply(), QByteArray("220 second"));
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, listen, u"127.0.0.77"_s).reply(), QByteArray());
        const QJsonObject denied = proxy.awaitLogText(u"No rule admits"_s);
        QCOMPARE(denied.value(u"resultCode").toInteger(), qint64(0xC004000D));
    }

    void theServerIsCalledFromTheSourceAddress()
    {
        const int port = freePorts(1);
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QJsonObject configuration{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1}, {u"generation"_s, u"x"_s},
            {u"gateway"_s, u"gw"_s}, {u"sourceAddress"_s, u"127.0.0.2"_s},
            {u"rules"_s, QJsonArray{makeRule(port, server.port(), filterOff)}}};
        QVERIFY(proxy.call(u"configure"_s, configuration).contains(u"result"));
        Wire client = login(port);
        QVERIFY(client.isOpen());
        QCOMPARE(server.lastPeer(), QByteArray("127.0.0.2"));
    }

    void limitsCloseTheDoorAndIdleSessions()
    {
        const int port = freePorts(1);
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QVERIFY(proxy
                .configure({makeRule(port, server.port(),
                    {{u"enabled"_s, false}, {u"maxSessions"_s, 2}, {u"maxSessionsPerClient"_s, 1},
                        {u"idleSeconds"_s, 1}})})
                .contains(u"result"));
        const auto listen = static_cast<std::uint16_t>(port);
        Wire one = login(port);
        QVERIFY(one.isOpen());
        QVERIFY(Wire::connect(u"127.0.0.2"_s, listen).reply().startsWith("421 Too many sessions from your address"));
        Wire two = login(port, u"127.0.0.8"_s);
        QVERIFY(two.isOpen());
        QVERIFY(Wire::connect(u"127.0.0.2"_s, listen, u"127.0.0.9"_s).reply().startsWith("421 Too many sessions,"));
        // Both are idle from here on.
        QCOMPARE(one.rest(), QByteArray());
        QCOMPARE(two.rest(), QByteArray());
        const QJsonObject idle = proxy.awaitLogText(u"idle for too long"_s);
        QCOMPARE(idle.value(u"resultCode").toInt(), 10060);
        QVERIFY(proxy.awaitSessions(0));
    }
};

QTEST_GUILESS_MAIN(TestProxyRelay)
#include "tst_proxy_relay.moc"
