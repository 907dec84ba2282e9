#include "tests/proxy/harness/ProxyTest.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Encrypted transfers that do not come to their end: none of them is called complete.
class TestProxyTlsCuts : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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

private:
    void publish(const QString &upstream) { terminate({{u"upstreamTls"_s, upstream}}); }
};

QTEST_GUILESS_MAIN(TestProxyTlsCuts)
#include "tst_proxy_tls_cuts.moc"
