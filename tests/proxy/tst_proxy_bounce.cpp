#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"
#include "tests/support/Prerequisite.h"
#include "tests/support/netns/SynCounter.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

namespace {

constexpr std::uint16_t controlPort = 21;

// Long enough for many segments.
QByteArray content()
{
    return numbered(3'000'000);
}

QByteArray sixNumbers(const QString &address, std::uint16_t port)
{
    return address.toLatin1().replace('.', ',') + ',' + QByteArray::number(port >> 8) + ','
        + QByteArray::number(port & 255);
}

} // namespace

/// FTP lets one side name the other end of a data connection (RFC 2577): here on four hosts with a network of their
/// own, where every SYN that reaches one of them is seen.
class TestProxyBounce : public QObject {
    Q_OBJECT

public:
    explicit TestProxyBounce(Result<> isApart) : m_isApart(std::move(isApart)) {}

private Q_SLOTS:
    void initTestCase()
    {
        const Result<> built = m_isApart.and_then([this] { return buildNetwork(); });
        if (!built && !isSetUp())
            QSKIP(qPrintable(built.error().text()));
        QVERIFY2(built.has_value(), built ? "" : qPrintable(built.error().text()));
        QVERIFY(m_certificate.isValid());
    }

    void init()
    {
        m_server = m_serverHost->run([this] { return std::make_unique<StubServer>(m_serverHost->v4()); });
        m_server->setFile(content());
        m_proxy = std::make_unique<ProxyProcess>();
        QVERIFY(m_gateway->run([this] { return m_proxy->start(); }));
    }

    void cleanup()
    {
        m_proxy.reset();
        m_server.reset();
        for (const auto &counter : {&m_atClient, &m_atServer, &m_atStranger}) {
            if (*counter)
                (void)(*counter)->taken();
        }
    }

    void everyCallIsCountedOnce()
    {
        for (const QString &address : {m_stranger->v4(), m_stranger->v6()}) {
            const Ear ear = m_stranger->run([&] { return Ear::open(address); });
            QVERIFY(connect(*m_client, address, ear.port).isOpen());
            QCOMPARE(m_atStranger->taken(), QStringList{call(*m_client, address, ear.port)});
            // One that is refused, and one to somebody else.
            QVERIFY(!connect(*m_gateway, address, 1).isOpen());
            const Ear other = m_serverHost->run([&] { return Ear::open(m_serverHost->v4()); });
            QVERIFY(connect(*m_client, m_serverHost->v4(), other.port).isOpen());
            QCOMPARE(m_atStranger->taken(), QStringList{call(*m_gateway, address, 1)});
        }
    }

    void aForeignPortOrEprtIsRefusedAndNobodyIsCalled_data()
    {
        QTest::addColumn<bool>("isSix");
        QTest::addColumn<QByteArray>("command");
        const QByteArray stranger = m_stranger->v4().toLatin1();
        const QByteArray stranger6 = m_stranger->v6().toLatin1();
        QTest::newRow("PORT") << false << "PORT " + sixNumbers(m_stranger->v4(), 2121);
        QTest::newRow("PORT, the server") << false << "PORT " + sixNumbers(m_serverHost->v4(), 2121);
        QTest::newRow("PORT, the gateway") << false << "PORT " + sixNumbers(m_gateway->v4(), 2121);
        QTest::newRow("PORT, loopback") << false << QByteArray("PORT 127,0,0,1,8,73");
        QTest::newRow("EPRT") << false << "EPRT |1|" + stranger + "|2121|";
        QTest::newRow("EPRT, IPv6") << true << "EPRT |2|" + stranger6 + "|2121|";
        QTest::newRow("EPRT, IPv6 from IPv4") << false << "EPRT |2|" + stranger6 + "|2121|";
        QTest::newRow("EPRT, IPv4 from IPv6") << true << "EPRT |1|" + stranger + "|2121|";
        QTest::newRow("EPRT, IPv4 in IPv6") << false << "EPRT |2|::ffff:" + stranger + "|2121|";
        QTest::newRow("EPRT, other delimiters") << false << "EPRT !1!" + stranger + "!2121!";
        QTest::newRow("LPRT") << false << QByteArray("LPRT 4,4,203,0,113,30,2,8,73");
    }

    void aForeignPortOrEprtIsRefusedAndNobodyIsCalled() { refusedAndNobodyCalled(); }

    void aPortBelow1024IsRefusedAndNobodyIsCalled_data()
    {
        QTest::addColumn<bool>("isSix");
        QTest::addColumn<QByteArray>("command");
        const QByteArray own = m_client->v4().toLatin1();
        const QByteArray own6 = m_client->v6().toLatin1();
        QTest::newRow("PORT 22") << false << "PORT " + sixNumbers(m_client->v4(), 22);
        QTest::newRow("PORT 1023") << false << "PORT " + sixNumbers(m_client->v4(), 1023);
        QTest::newRow("PORT 0") << false << "PORT " + sixNumbers(m_client->v4(), 0);
        QTest::newRow("EPRT 25") << false << "EPRT |1|" + own + "|25|";
        QTest::newRow("EPRT 1023, IPv6") << true << "EPRT |2|" + own6 + "|1023|";
        QTest::newRow("EPRT 65558") << false << "EPRT |1|" + own + "|65558|"; // 22 in 16 bits
    }

    void aPortBelow1024IsRefusedAndNobodyIsCalled() { refusedAndNobodyCalled(); }

    void aServerThatLiesIn227MakesTheGatewayCallNobodyElse_data()
    {
        QTest::addColumn<bool>("isSix");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("reply"); ///< HIGH,LOW and PORT are the real ones
        const QByteArray lie = "227 Entering Passive Mode (203,0,113,30,HIGH,LOW)\r\n";
        QTest::newRow("PASV") << false << QByteArray("PASV") << lie;
        QTest::newRow("the client") << false << QByteArray("PASV")
                                    << QByteArray("227 Entering Passive Mode (203,0,113,10,HIGH,LOW)\r\n");
        QTest::newRow("227 to EPSV") << false << QByteArray("EPSV") << lie;
        QTest::newRow("227 to EPSV, IPv6") << true << QByteArray("EPSV") << lie;
    }

    void aServerThatLiesIn227MakesTheGatewayCallNobodyElse()
    {
        QFETCH(bool, isSix);
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, reply);
        std::atomic<std::uint16_t> real = 0;
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line != "PASV" && line != "EPSV")
                return std::nullopt;
            session.data = Ear::open(m_serverHost->v4());
            real = session.data.port;
            return QByteArray(reply)
                .replace("HIGH", QByteArray::number(real >> 8))
                .replace("LOW", QByteArray::number(real & 255));
        });
        publish({});
        Wire client = login(isSix);
        const QByteArray announced = client.command(command);
        Wire data = connect(*m_client, address(*m_gateway, isSix), announcedPort(announced, u"203.0.113.1"_s));
        QVERIFY2(data.isOpen(), announced.constData());
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(data.rest(), content());
        QVERIFY(client.reply().startsWith("226"));
        leave(client);
        QCOMPARE(callsToStranger(), QStringList());
        QCOMPARE(callsToClient(), QStringList());
        QCOMPARE(callsToServer(), (QStringList{controlCall(), call(*m_gateway, m_serverHost->v4(), real)}));
    }

    void aServerThatNamesAnAddressIn229OrUnaskedIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("229") << QByteArray("EPSV") << QByteArray("229 Passive (|1|203.0.113.30|2121|)\r\n");
        QTest::newRow("unasked") << QByteArray("NOOP")
                                 << QByteArray("227 Entering Passive Mode (203,0,113,30,8,73)\r\n");
        QTest::newRow("three lines")
            << QByteArray("PASV")
            << QByteArray("227-Passive (203,0,113,30,8,73)\r\n see above\r\n227 Passive (203,0,113,30,8,73)\r\n");
        QTest::newRow("228") << QByteArray("EPSV") << QByteArray("228 Long (4,4,203,0,113,30,2,8,73)\r\n");
    }

    void aServerThatNamesAnAddressIn229OrUnaskedIsNotFollowed()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, reply);
        m_server->setScript([&](StubServer::Session &, const QByteArray &line) {
            return line == command ? std::optional(reply) : std::nullopt;
        });
        publish({});
        Wire client = login(false);
        QVERIFY(client.command(command).startsWith("425"));
        leave(client);
        QCOMPARE(callsToStranger(), QStringList());
        QCOMPARE(callsToServer(), QStringList{controlCall()});
    }

    void aStrangerAtAPassivePortGetsNoByte_data()
    {
        QTest::addColumn<bool>("isSix");
        QTest::addColumn<bool>("isUpload");
        QTest::newRow("download") << false << false;
        QTest::newRow("download, IPv6") << true << false;
        QTest::newRow("upload") << false << true;
        QTest::newRow("upload, IPv6") << true << true;
    }

    void aStrangerAtAPassivePortGetsNoByte()
    {
        QFETCH(bool, isSix);
        QFETCH(bool, isUpload);
        publish({});
        Wire client = login(isSix);
        const std::uint16_t port = announcedPort(client.command("EPSV"));
        QVERIFY(port != 0);
        // Often enough to fill any queue, with something that would end up in the upload.
        for (int i = 0; i < 20; ++i) {
            Wire stranger = connect(*m_stranger, address(*m_gateway, isSix), port);
            if (stranger.isOpen())
                stranger.send("stolen");
            QVERIFY(strangerGetsNothing(stranger));
        }
        Wire data = connect(*m_client, address(*m_gateway, isSix), port);
        QVERIFY(client.command(isUpload ? "STOR f" : "RETR f").startsWith("150"));
        QVERIFY(!connect(*m_stranger, address(*m_gateway, isSix), port).isOpen());
        if (isUpload) {
            QVERIFY(data.send(content()));
            data.close();
        } else {
            QCOMPARE(data.rest(), content());
        }
        QVERIFY(client.reply().startsWith("226"));
        if (isUpload)
            QCOMPARE(m_server->stored(), content());
        // Nobody was called for the stranger.
        leave(client);
        QCOMPARE(callsToServer().size(), 2);
        QCOMPARE(callsToStranger(), QStringList());
    }

    void aStrangerAtAnActivePortGetsNoByte()
    {
        std::atomic<std::uint16_t> opened = 0;
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            // It calls late, as a server may.
            if (line.startsWith("PORT")) {
                const QByteArrayList numbers = line.mid(5).split(',');
                opened = static_cast<std::uint16_t>(numbers.value(4).toInt() << 8 | numbers.value(5).toInt());
                return QByteArray("200 later\r\n");
            }
            if (line.startsWith("RETR"))
                session.active = Wire::connect(m_gateway->v4(), opened, m_serverHost->v4());
            return std::nullopt;
        });
        publish({{u"dataModes"_s, QJsonObject{{u"active"_s, true}}}});
        Wire client = login(false);
        const Ear ear = m_client->run([this] { return Ear::open(m_client->v4()); });
        QVERIFY(client.command("PORT " + sixNumbers(m_client->v4(), ear.port)).startsWith("200"));
        for (const Host *host : {&*m_stranger, &*m_client}) {
            Wire stranger = connect(*host, m_gateway->v4(), opened);
            QVERIFY(strangerGetsNothing(stranger));
        }
        QVERIFY(client.command("RETR f").startsWith("150"));
        Wire data = ear.accept();
        QCOMPARE(data.rest(), content());
        QVERIFY(client.reply().startsWith("226"));
        leave(client);
        QCOMPARE(callsToStranger(), QStringList());
        QCOMPARE(callsToClient(), QStringList{call(*m_gateway, m_client->v4(), ear.port)});
    }

private:
    Result<> buildNetwork()
    {
        Result<NetworkLab> lab = NetworkLab::create();
        if (!lab)
            return failure(lab.error());
        m_lab = std::move(*lab);
        const auto add = [this](std::optional<Host> &to, const QString &name, const QString &number) -> Result<> {
            return m_lab->addHost(name, u"203.0.113."_s + number, u"2001:db8::"_s + number).map([&](Host &&host) {
                to = std::move(host);
            });
        };
        const auto count = [](std::optional<SynCounter> &to, const Host &at) -> Result<> {
            return SynCounter::create(at).map([&](SynCounter &&counter) { to = std::move(counter); });
        };
        return add(m_client, u"client"_s, u"10"_s)
            .and_then([&] { return add(m_gateway, u"gateway"_s, u"1"_s); })
            .and_then([&] { return add(m_serverHost, u"server"_s, u"20"_s); })
            .and_then([&] { return add(m_stranger, u"stranger"_s, u"30"_s); })
            .and_then([&] { return count(m_atClient, *m_client); })
            .and_then([&] { return count(m_atServer, *m_serverHost); })
            .and_then([&] { return count(m_atStranger, *m_stranger); });
    }

    // One rule for each family of clients, both with the same server.
    void publish(QJsonObject filter)
    {
        filter.insert(u"enabled"_s, true);
        QJsonArray rules;
        for (const bool isSix : {false, true}) {
            const QJsonObject more{{u"id"_s, isSix ? u"six"_s : u"four"_s},
                {u"listen"_s, QJsonObject{{u"address"_s, address(*m_gateway, isSix)}, {u"port"_s, controlPort}}},
                {u"server"_s, QJsonObject{{u"address"_s, m_serverHost->v4()}, {u"port"_s, m_server->port()}}},
                {u"certificate"_s, QJsonObject{{u"chain"_s, m_certificate.chain()}, {u"key"_s, m_certificate.key()}}}};
            rules << makeRule(0, 0, filter, more);
        }
        const QJsonObject reply = m_proxy->configure(rules);
        QVERIFY2(reply.contains(u"result"), qPrintable(reply.value(u"error").toObject().value(u"message").toString()));
    }

    // By every rule that knows PORT at all: with active mode off and on, and under TLS.
    void refusedAndNobodyCalled()
    {
        QFETCH(bool, isSix);
        QFETCH(QByteArray, command);
        for (const bool isActive : {false, true}) {
            for (const bool isTls : {false, true}) {
                publish({{u"dataModes"_s, QJsonObject{{u"active"_s, isActive}}},
                    {u"authTls"_s, isTls ? u"terminate"_s : u"deny"_s}, {u"upstreamTls"_s, u"clear"_s}});
                Wire client = login(isSix, isTls);
                QVERIFY(client.isOpen());
                const QByteArray reply = client.command(command);
                QVERIFY2(reply.startsWith(isActive && !command.startsWith("LPRT") ? "50" : "502"), reply.constData());
                QVERIFY(client.command("NOOP").startsWith("200"));
                leave(client);
                QVERIFY(!m_server->hasSeen("PORT") && !m_server->hasSeen("EPRT") && !m_server->hasSeen("LPRT"));
                QCOMPARE(callsToStranger(), QStringList());
                QCOMPARE(callsToClient(), QStringList());
                QCOMPARE(callsToServer(), QStringList{controlCall()});
            }
        }
    }

    static QString address(const Host &host, bool isSix) { return isSix ? host.v6() : host.v4(); }

    static Wire connect(const Host &from, const QString &to, std::uint16_t port)
    {
        return from.run([&] { return Wire::connect(to, port); });
    }

    static QString call(const Host &from, const QString &to, std::uint16_t port)
    {
        const bool isSix = to.contains(u':');
        return address(from, isSix) + u" to "_s + (isSix ? u'[' + to + u']' : to) + u':' + QString::number(port);
    }

    // Who has called. The gateway calls once more now, which has to be seen last: then everything before was seen too.
    QStringList calls(const Host &host, SynCounter &counter) const
    {
        (void)connect(*m_gateway, host.v4(), 1);
        QStringList seen = counter.taken();
        if (!seen.endsWith(call(*m_gateway, host.v4(), 1)))
            return {u"the counter does not count, it saw: "_s + seen.join(u", "_s)};
        seen.removeLast();
        return seen;
    }

    QStringList callsToClient() { return calls(*m_client, *m_atClient); }
    QStringList callsToServer() { return calls(*m_serverHost, *m_atServer); }
    QStringList callsToStranger() { return calls(*m_stranger, *m_atStranger); }

    QString controlCall() const { return call(*m_gateway, m_serverHost->v4(), m_server->port()); }

    // The end, or nobody there at all; but not a byte.
    static bool strangerGetsNothing(Wire &stranger)
    {
        return !stranger.isOpen() || (stranger.rest().isEmpty() && stranger.hasMore(0));
    }

    Wire login(bool isSix, bool isTls = false) const
    {
        Wire client = connect(*m_client, address(*m_gateway, isSix), controlPort);
        const bool isGreeted = client.reply().startsWith("220");
        const bool isReady =
            isGreeted && (!isTls || (client.command("AUTH TLS").startsWith("234") && client.startTls(clientTls())));
        if (!isReady || !sayLogin(client))
            client.close();
        return client;
    }

    // Nothing of the session is left when it returns, so that whatever it called has been called.
    void leave(Wire &client)
    {
        QVERIFY(client.command("QUIT").startsWith("221"));
        client.close();
        QVERIFY(m_proxy->awaitSessions(0));
    }

    Result<> m_isApart;
    std::optional<NetworkLab> m_lab;
    std::optional<Host> m_client;
    std::optional<Host> m_gateway;
    std::optional<Host> m_serverHost;
    std::optional<Host> m_stranger;
    std::optional<SynCounter> m_atClient;
    std::optional<SynCounter> m_atServer;
    std::optional<SynCounter> m_atStranger;
    const TestCertificate m_certificate{u"203.0.113.1"_s};
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
};

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    TestProxyBounce test(isApart);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_proxy_bounce.moc"
