#include "tests/proxy/harness/FourHostsTest.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

/// FTP lets one side name the other end of a data connection (RFC 2577): nobody is called who has no part in it.
class TestProxyBounce : public FourHostsTest {
    Q_OBJECT

public:
    explicit TestProxyBounce(Result<> isApart) : FourHostsTest(std::move(isApart)) {}

private Q_SLOTS:
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

private:
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
};

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    TestProxyBounce test(isApart);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_proxy_bounce.moc"
