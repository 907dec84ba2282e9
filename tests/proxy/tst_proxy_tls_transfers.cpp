#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// No two pieces of it are equal.
QByteArray numbered(int bytes)
{
    QByteArray content(bytes, Qt::Uninitialized);
    char *out = content.data();
    for (int i = 0; i < bytes; ++i)
        out[i] = static_cast<char>(i % 4 == 0 ? i >> 2 : i % 4 == 1 ? i >> 10 : i % 4 == 2 ? i >> 18 : 'x');
    return content;
}

} // namespace

/// Data connections of a session whose TLS ends at the gateway.
class TestProxyTlsTransfers : public QObject {
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

    void eachLegIsProtectedAsNegotiated_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QByteArray>("protection");
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<bool>("isServerPrivate");
        for (const char *mode : {"PASV", "EPSV", "PORT", "EPRT"}) {
            QTest::addRow("same, P, %s", mode) << u"same"_s << QByteArray("P") << QByteArray(mode) << true;
            QTest::addRow("same, C, %s", mode) << u"same"_s << QByteArray("C") << QByteArray(mode) << false;
            QTest::addRow("clear, P, %s", mode) << u"clear"_s << QByteArray("P") << QByteArray(mode) << false;
            QTest::addRow("required, P, %s", mode) << u"required"_s << QByteArray("P") << QByteArray(mode) << true;
            QTest::addRow("required, C, %s", mode) << u"required"_s << QByteArray("C") << QByteArray(mode) << true;
        }
    }

    void eachLegIsProtectedAsNegotiated()
    {
        QFETCH(QString, upstream);
        QFETCH(QByteArray, protection);
        QFETCH(QByteArray, mode);
        QFETCH(bool, isServerPrivate);
        const QByteArray content = numbered(3'000'000);
        m_server->setFile(content);
        publish(upstream);
        Wire client = login(protection);
        QVERIFY(client.isOpen());
        const bool isPrivate = protection == "P";
        {
            Wire data = openData(client, mode);
            QVERIFY(client.command("RETR f").startsWith("150"));
            QVERIFY(data.isOpen() || accept(data));
            QVERIFY(!isPrivate || data.startTls(clientTls(), false, client.ticket()));
            QCOMPARE(data.isResumed(), isPrivate);
            QVERIFY(data.rest() == content);
            QVERIFY(!data.wasCut());
            QVERIFY(client.reply().startsWith("226"));
        }
        {
            Wire data = openData(client, mode);
            QVERIFY(client.command("STOR g").startsWith("150"));
            QVERIFY(data.isOpen() || accept(data));
            QVERIFY(!isPrivate || data.startTls(clientTls(), false, client.ticket()));
            QVERIFY(data.send(content));
            if (isPrivate)
                data.endTls();
            data.close();
            QVERIFY(client.reply().startsWith("226"));
            QVERIFY(m_server->stored() == content);
        }
        QCOMPARE(m_server->privateTransfers(), isServerPrivate ? 2 : 0);
        QCOMPARE(m_server->resumedTransfers(), m_server->privateTransfers());
    }

    void anUploadThatIsCutIsNever226_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<bool>("believes");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("isReset");
        for (const char *upstream : {"same", "clear", "required"}) {
            for (const bool isReset : {false, true}) {
                const auto row = [&](const char *what, bool believes, int bytes) {
                    QTest::addRow("%s, %s%s", isReset ? "RST" : "FIN", upstream, what)
                        << QString::fromLatin1(upstream) << believes << bytes << isReset;
                };
                row("", false, 100'000);
                row(", the server believes it", true, 100'000);
                row(", before the first byte", true, 0);
            }
        }
    }

    void anUploadThatIsCutIsNever226()
    {
        QFETCH(QString, upstream);
        QFETCH(bool, believes);
        QFETCH(int, bytes);
        QFETCH(bool, isReset);
        m_server->setBelievesUploads(believes);
        publish(upstream);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        QVERIFY(data.send(numbered(bytes)));
        // Without close_notify.
        if (isReset)
            data.reset();
        else
            data.close();
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply.constData());
        QVERIFY(m_server->wasUploadReset());
        QVERIFY(!m_proxy->awaitLogText(isReset ? u"was reset"_s : u"without the close_notify"_s).isEmpty());
        // The session goes on, and the next transfer is none of the last one's business.
        Wire again = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(again.startTls(clientTls(), false, client.ticket()));
        QVERIFY(again.send("whole"));
        again.endTls();
        again.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray("whole"));
        QCOMPARE(m_server->resumedTransfers(), m_server->privateTransfers());
    }

    void anUploadThatEndsAtTheServerInTheMiddleIsNever226_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("repliesFirst");
        for (const char *upstream : {"same", "clear", "required"}) {
            for (const char *end : {"RST", "FIN", "close_notify"}) {
                for (const bool repliesFirst : {false, true}) {
                    QTest::addRow("%s, %s%s", upstream, end, repliesFirst ? " behind the reply" : "")
                        << QString::fromLatin1(upstream) << QString::fromLatin1(end) << repliesFirst;
                }
            }
        }
    }

    // Somebody between gateway and server, or a server that takes any end of the data for that of the file.
    void anUploadThatEndsAtTheServerInTheMiddleIsNever226()
    {
        QFETCH(QString, upstream);
        QFETCH(QString, end);
        QFETCH(bool, repliesFirst);
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line != "STOR g")
                return std::nullopt;
            session.control.send("150 go ahead\r\n");
            Wire data = session.data.accept();
            if (upstream != u"clear" && !data.startTls(context, true))
                return "426 no TLS\r\n";
            if (data.exactly(50'000).size() != 50'000)
                return "426 what?\r\n";
            if (repliesFirst)
                session.control.send("226 done, I believe\r\n");
            if (end == u"close_notify" && data.isTls())
                data.endTls();
            if (end == u"RST")
                data.reset();
            data.close();
            return repliesFirst ? QByteArray() : "226 done, I believe\r\n";
        });
        publish(upstream);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        // The client is not through with it when the other end is gone.
        QVERIFY(data.send(numbered(50'000)));
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply.constData());
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void aConnectionThatLingersFromTheLastTransferIsNoneOfTheNextOnes()
    {
        m_server->setFile("content");
        publish(u"same"_s);
        Wire client = login("P");
        Wire lingering = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(lingering.startTls(clientTls(), false, client.ticket()));
        QCOMPARE(lingering.rest(), QByteArray("content"));
        QVERIFY(client.reply().startsWith("226"));
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("STOR g").startsWith("150"));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        QVERIFY(data.send("whole"));
        data.endTls();
        data.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray("whole"));
    }

    void aDownloadThatTheServerCutsIsNever226()
    {
        m_server->setFile(numbered(1'000'000));
        m_server->setCutsDownloads(true);
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(data.startTls(clientTls()));
        QVERIFY(data.rest().size() < 1'000'000);
        QVERIFY(data.wasCut());
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith("426"), reply.constData());
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void aReplyInFrontOfTheEndOfTheDataWaitsForIt_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("whole") << true;
        QTest::newRow("cut") << false;
    }

    void aReplyInFrontOfTheEndOfTheDataWaitsForIt()
    {
        QFETCH(bool, isWhole);
        QSemaphore mayEnd;
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setTls(context);
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("RETR"))
                return std::nullopt;
            session.control.send("150 here it comes\r\n");
            Wire data = session.data.accept();
            if (!data.startTls(context, true))
                return "426 no TLS\r\n";
            data.send("content");
            session.control.send("226 done, I believe\r\n");
            if (!mayEnd.tryAcquire(1, 10'000))
                return QByteArray();
            if (isWhole)
                data.endTls();
            return QByteArray();
        });
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(data.startTls(clientTls()));
        QCOMPARE(data.exactly(7), QByteArray("content"));
        const bool hasReply = client.hasMore(300);
        mayEnd.release();
        QVERIFY(!hasReply);
        QCOMPARE(data.rest(), QByteArray());
        QCOMPARE(data.wasCut(), !isWhole);
        const QByteArray reply = client.reply();
        QVERIFY2(reply.startsWith(isWhole ? "226" : "426"), reply.constData());
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void tlsWithTheServerBeginsBehindItsPreliminaryReply_data()
    {
        QTest::addColumn<QByteArray>("mode");
        for (const char *mode : {"EPSV", "PORT"})
            QTest::newRow(mode) << QByteArray(mode);
    }

    void tlsWithTheServerBeginsBehindItsPreliminaryReply()
    {
        QFETCH(QByteArray, mode);
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setTls(context);
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("RETR"))
                return std::nullopt;
            Wire data = session.active ? std::move(*session.active) : session.data.accept();
            if (!data.isOpen() || data.hasMore(300))
                return "425 too early\r\n";
            session.control.send("150 now\r\n");
            if (!data.startTls(context, true))
                return "426 no TLS\r\n";
            data.send("content");
            data.endTls();
            return "226 done\r\n";
        });
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, mode);
        const QByteArray reply = client.command("RETR f");
        QVERIFY2(reply.startsWith("150"), reply.constData());
        QVERIFY(data.isOpen() || accept(data));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        QCOMPARE(data.rest(), QByteArray("content"));
        QVERIFY(client.reply().startsWith("226"));
    }

    void tlsWithAServerThatGivesNoPreliminaryReplyBeginsAllTheSame()
    {
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setTls(context);
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("RETR"))
                return std::nullopt;
            Wire data = session.data.accept();
            session.control.send("226 done, as good as\r\n");
            if (data.startTls(context, true)) {
                data.send("content");
                data.endTls();
            }
            return QByteArray();
        });
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.send("RETR f\r\n"));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        QCOMPARE(data.rest(), QByteArray("content"));
        QVERIFY(client.reply().startsWith("226"));
    }

    void aServerThatHasOneReplyForATransferAndItsAborGetsTheNextOne()
    {
        const TlsContext context = m_serverCertificate.serverTls();
        m_server->setTls(context);
        m_server->setFile("content");
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (line.startsWith("ABOR"))
                return "226 for both\r\n";
            if (line != "RETR broken")
                return std::nullopt;
            session.control.send("150 now\r\n");
            Wire data = std::move(*session.active);
            if (data.startTls(context, true)) [[maybe_unused]]
                const QByteArray nothing = data.rest();
            return QByteArray();
        });
        publish(u"same"_s);
        Wire client = login("P");
        {
            Wire data = openData(client, "PORT");
            QVERIFY(client.command("RETR broken").startsWith("150"));
            QVERIFY(accept(data));
            QVERIFY(data.startTls(clientTls(), false, client.ticket()));
            QVERIFY(client.send("ABOR\r\n"));
        }
        QVERIFY(client.reply().startsWith("426"));
        Wire data = openData(client, "PORT");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(accept(data));
        QVERIFY(data.startTls(clientTls(), false, client.ticket()));
        QCOMPARE(data.rest(), QByteArray("content"));
        QVERIFY(client.reply().startsWith("226"));
    }

    void aDataConnectionThatTheServerDoesNotUseEndsWithItsCommand_data()
    {
        QTest::addColumn<bool>("isServerFirst");
        QTest::newRow("the server closes it") << true;
        QTest::newRow("the client closes it") << false;
    }

    void aDataConnectionThatTheServerDoesNotUseEndsWithItsCommand()
    {
        QFETCH(bool, isServerFirst);
        QSemaphore hasEnded;
        m_server->setScript([&](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("RETR"))
                return std::nullopt;
            Wire data = session.data.accept();
            session.control.send("550 no such file\r\n");
            if (!isServerFirst) {
                [[maybe_unused]] const QByteArray hello = data.rest();
            }
            data.close();
            hasEnded.release();
            return QByteArray();
        });
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("550"));
        if (!isServerFirst)
            data.close();
        QVERIFY(hasEnded.tryAcquire(1, 5'000));
        if (isServerFirst)
            QCOMPARE(data.rest(), QByteArray());
        QVERIFY(!m_proxy->awaitLogText(u"of the data connection failed"_s).isEmpty());
        QVERIFY(client.command("NOOP").startsWith("200"));
    }

    void aClientThatReadsLateGetsEverything()
    {
        // More than kernels and gateway hold.
        const QByteArray content = numbered(20'000'000);
        m_server->setFile(content);
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(data.startTls(clientTls()));
        QVERIFY(!client.hasMore(200));
        QVERIFY(data.rest() == content);
        QVERIFY(client.reply().startsWith("226"));
    }

    void aDataConnectionWithTheWrongProtocolIsRefused()
    {
        m_server->setFile("content");
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(!data.startTls(clientTls({"h2"})));
        QVERIFY(!client.reply().startsWith("226"));
        QVERIFY(!m_proxy->awaitLogText(u"handshake of the data connection failed"_s).isEmpty());
    }

    void protectionDoesNotChangeDuringATransfer()
    {
        m_server->setFile(numbered(10'000'000));
        publish(u"same"_s);
        Wire client = login("P");
        Wire data = openData(client, "EPSV");
        QVERIFY(client.command("RETR f").startsWith("150"));
        QVERIFY(client.send("PROT C\r\n"));
        QVERIFY(data.startTls(clientTls()));
        QCOMPARE(data.rest().size(), 10'000'000);
        QVERIFY(client.reply().startsWith("226"));
        QVERIFY(client.reply().startsWith("503"));
    }

private:
    void publish(const QString &upstream)
    {
        const QJsonObject filter{{u"enabled"_s, true}, {u"authTls"_s, u"terminate"_s}, {u"upstreamTls"_s, upstream},
            {u"dataModes"_s, QJsonObject{{u"passive"_s, true}, {u"active"_s, true}}}};
        const QJsonObject reply = m_proxy->configure({makeRule(m_port, m_server->port(), filter,
            {{u"certificate"_s, QJsonObject{{u"chain"_s, m_certificate.chain()}, {u"key"_s, m_certificate.key()}}}})});
        QVERIFY2(reply.contains(u"result"), qPrintable(reply.value(u"error").toObject().value(u"message").toString()));
    }

    // Closed if anything failed.
    Wire login(const QByteArray &protection) const
    {
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_port));
        if (!client.reply().startsWith("220") || !client.command("AUTH TLS").startsWith("234")
            || !client.startTls(clientTls()) || !client.command("USER ann").startsWith("331")
            || !client.command("PASS secret").startsWith("230") || !client.command("PBSZ 0").startsWith("200")
            || !client.command("PROT " + protection).startsWith("200"))
            client.close();
        return client;
    }

    // In an active mode closed until the server's connection has come; see accept().
    Wire openData(Wire &client, const QByteArray &mode)
    {
        if (mode == "PASV" || mode == "EPSV")
            return Wire::connect(u"127.0.0.2"_s, announcedPort(client.command(mode)));
        m_ear.close();
        m_ear = Ear::open(u"127.0.0.1"_s);
        const QByteArray argument = mode == "PORT"
            ? "127,0,0,1," + QByteArray::number(m_ear.port >> 8) + ',' + QByteArray::number(m_ear.port & 255)
            : "|1|127.0.0.1|" + QByteArray::number(m_ear.port) + '|';
        [[maybe_unused]] const QByteArray reply = client.command(mode + ' ' + argument);
        return {};
    }

    bool accept(Wire &data)
    {
        data = m_ear.accept();
        return data.isOpen();
    }

    const TestCertificate m_certificate{u"127.0.0.2"_s};
    const TestCertificate m_serverCertificate{u"127.0.0.3"_s};
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
    Ear m_ear;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestProxyTlsTransfers)
#include "tst_proxy_tls_transfers.moc"
