#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/e2e/support/GatewayFixture.h"
#include "tests/proxy/harness/Talk.h"

#include <QFile>
#include <QTest>

#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <csignal>
#include <thread>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString cutterAddress = u"127.0.0.4"_s;
const QString serverAddress = u"127.0.0.3"_s;

/// Somebody between gateway and server: passes everything on unread, and cuts an upload when so much of it has passed.
/// The server gets FIN, as if that were all; the gateway FIN or RST.
class Cutter {
public:
    Cutter(quint16 controlPort, quint16 dataPort, bool resets)
        : m_resets(resets)
        , m_control(Ear::open(cutterAddress, controlPort))
        , m_data(Ear::open(cutterAddress, dataPort))
        , m_controlThread([this, controlPort] { serve(m_control, controlPort, -1); })
        , m_dataThread([this, dataPort] { serve(m_data, dataPort, 300'000); })
    {
    }
    ~Cutter()
    {
        m_isStopping = true;
        m_controlThread.join();
        m_dataThread.join();
        m_control.close();
        m_data.close();
    }

    [[nodiscard]] bool isListening() const { return m_control.fd >= 0 && m_data.fd >= 0; }

private:
    void serve(const Ear &ear, quint16 port, qint64 limit)
    {
        while (!m_isStopping) {
            if (ear.hasCaller(50))
                pass(ear.accept(), port, limit);
        }
    }

    // One connection, until one side ends it or `limit` bytes of the gateway have passed; -1: no limit.
    void pass(Wire gateway, quint16 port, qint64 limit) const
    {
        Wire server = Wire::connect(serverAddress, port, cutterAddress);
        qint64 passed = 0;
        while (limit < 0 || passed < limit) {
            pollfd ends[] = {{gateway.fd(), POLLIN, 0}, {server.fd(), POLLIN, 0}};
            if (::poll(ends, 2, 20'000) <= 0)
                return;
            for (const bool isUp : {true, false}) {
                char bytes[4096];
                if ((ends[isUp ? 0 : 1].revents & (POLLIN | POLLHUP)) == 0)
                    continue;
                const ssize_t count = ::recv(isUp ? gateway.fd() : server.fd(), bytes, sizeof bytes, 0);
                if (count <= 0 || !(isUp ? server : gateway).send(QByteArray(bytes, count)))
                    return;
                passed += isUp ? count : 0;
            }
        }
        // The server ends its side when it has understood, and says what it likes.
        server.finishWriting();
        (void)server.rest();
        if (m_resets)
            gateway.reset();
    }

    const bool m_resets;
    std::atomic<bool> m_isStopping = false;
    Ear m_control;
    Ear m_data;
    std::thread m_controlThread;
    std::thread m_dataThread;
};

} // namespace

/// Uploads under TLS that are cut on the way to a real vsftpd, on one leg or the other: nobody hears that they are
/// complete.
class TestTruncation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Writing to a connection that was cut is a failure here, not the end.
        std::signal(SIGPIPE, SIG_IGN);
        QVERIFY(m_certificate.isValid());
        auto server = FtpServerFixture::start();
        QVERIFY2(server, qPrintable(server ? QString() : server.error().text()));
        m_server = std::move(*server);
        m_dataPort = freePort(m_server->address());
        const QByteArray port = QByteArray::number(m_dataPort);
        QVERIFY(m_server->restartWith("ssl_ciphers=HIGH\npasv_min_port=" + port + "\npasv_max_port=" + port + '\n'));
    }

    void cleanupTestCase() { m_server.reset(); }

    void anUploadThatTheClientCutsIsNever226_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<bool>("isReset");
        for (const char *upstream : {"same", "clear", "required"}) {
            QTest::addRow("%s, FIN", upstream) << QString::fromLatin1(upstream) << false;
            QTest::addRow("%s, RST", upstream) << QString::fromLatin1(upstream) << true;
        }
    }

    void anUploadThatTheClientCutsIsNever226()
    {
        QFETCH(QString, upstream);
        QFETCH(bool, isReset);
        const auto gateway = publish(upstream, m_server->address());
        QVERIFY2(gateway, gateway ? "" : qPrintable(gateway.error().text()));
        Wire client = login(**gateway);
        QVERIFY(client.isOpen());
        Wire data = beginUpload(**gateway, client);
        QVERIFY(data.isTls());
        QVERIFY(data.send(QByteArray(300'000, 'x')));
        if (isReset)
            data.reset();
        else
            data.close();
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply + (*gateway)->log());
        uploadsWhole(**gateway, client);
    }

    void anUploadThatStallsIsNever226_data()
    {
        QTest::addColumn<QString>("upstream");
        for (const char *upstream : {"same", "clear", "required"})
            QTest::addRow("%s", upstream) << QString::fromLatin1(upstream);
    }

    void anUploadThatStallsIsNever226()
    {
        QFETCH(QString, upstream);
        const auto gateway = publish(upstream, m_server->address(), {{u"dataSeconds"_s, 2}});
        QVERIFY2(gateway, gateway ? "" : qPrintable(gateway.error().text()));
        Wire client = login(**gateway);
        QVERIFY(client.isOpen());
        Wire data = beginUpload(**gateway, client);
        QVERIFY(data.isTls());
        QVERIFY(data.send(QByteArray(300'000, 'x')));
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply + (*gateway)->log());
        QTRY_VERIFY((*gateway)->log().contains("Nothing moved on the data connection"));
        uploadsWhole(**gateway, client);
    }

    void anUploadThatIsCutInFrontOfTheServerIsNever226_data() { anUploadThatTheClientCutsIsNever226_data(); }

    void anUploadThatIsCutInFrontOfTheServerIsNever226()
    {
        QFETCH(QString, upstream);
        QFETCH(bool, isReset);
        const Cutter cutter(m_server->port(), m_dataPort, isReset);
        QVERIFY(cutter.isListening());
        const auto gateway = publish(upstream, Address::fromTrusted(cutterAddress));
        QVERIFY2(gateway, gateway ? "" : qPrintable(gateway.error().text()));
        Wire client = login(**gateway);
        QVERIFY(client.isOpen());
        Wire data = beginUpload(**gateway, client);
        QVERIFY(data.isTls());
        // How much of it is taken is not certain.
        data.send(QByteArray(5'000'000, 'x'));
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply + (*gateway)->log());
        // Without TLS any end is the end of the file for the server, and it is the gateway that knows better.
        if (upstream == u"clear")
            QTRY_VERIFY((*gateway)->log().contains("for a transfer that was cut"));
    }

private:
    Result<std::unique_ptr<GatewayFixture>> publish(
        const QString &upstream, const Address &server, QJsonObject filter = {}) const
    {
        filter.insert(u"enabled"_s, true);
        filter.insert(u"authTls"_s, u"terminate"_s);
        filter.insert(u"upstreamTls"_s, upstream);
        return GatewayFixture::start({
            .server = server,
            .serverPort = m_server->port(),
            .relayPorts = {},
            .filter = filter,
            .serverMore = {},
            .more = {{u"certificate"_s,
                QJsonObject{{u"chain"_s, m_certificate.chain()}, {u"key"_s, m_certificate.key()}}}},
            .environment = {},
        });
    }

    static Wire login(const GatewayFixture &gateway)
    {
        Wire client = Wire::connect(gateway.address().toString(), gateway.port());
        if (!client.reply().startsWith("220") || !client.command("AUTH TLS").startsWith("234")
            || !client.startTls(clientTls()) || !client.command("USER anonymous").startsWith("230")
            || !client.command("PBSZ 0").startsWith("200") || !client.command("PROT P").startsWith("200")
            || !client.command("TYPE I").startsWith("200"))
            client.close();
        return client;
    }

    // A data connection under TLS, to which the server has said 150; without TLS if anything failed.
    Wire beginUpload(const GatewayFixture &gateway, Wire &client)
    {
        Wire data = Wire::connect(gateway.address().toString(), announcedPort(client.command("EPSV")));
        if (!data.isOpen() || !client.command("STOR upload/" + QByteArray::number(++m_uploads)).startsWith("150")
            || !data.startTls(clientTls(), false, client.ticket()))
            return {};
        return data;
    }

    // The session goes on behind an upload that was cut.
    void uploadsWhole(const GatewayFixture &gateway, Wire &client)
    {
        Wire data = beginUpload(gateway, client);
        QVERIFY(data.send("whole"));
        data.endTls();
        data.close();
        QVERIFY(client.reply().startsWith("226"));
        QFile stored(m_server->paths().files() + u"/upload/"_s + QString::number(m_uploads));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QCOMPARE(stored.readAll(), QByteArray("whole"));
    }

    const TestCertificate m_certificate{u"127.0.0.2"_s};
    std::unique_ptr<FtpServerFixture> m_server;
    quint16 m_dataPort = 0;
    int m_uploads = 0;
};

QTEST_GUILESS_MAIN(TestTruncation)
#include "tst_truncation.moc"
