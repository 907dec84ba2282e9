#include "tests/proxy/harness/FourHostsTest.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

/// Data ports are open for one host only (RFC 2577, data stealing).
class TestProxyStrangers : public FourHostsTest {
    Q_OBJECT

public:
    explicit TestProxyStrangers(Result<> isApart) : FourHostsTest(std::move(isApart)) {}

private Q_SLOTS:
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
    // The end, or nobody there at all; but not a byte.
    static bool strangerGetsNothing(Wire &stranger)
    {
        return !stranger.isOpen() || (stranger.rest().isEmpty() && stranger.hasMore(0));
    }
};

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    TestProxyStrangers test(isApart);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_proxy_strangers.moc"
