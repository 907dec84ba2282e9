#include "tests/proxy/harness/ProxyTest.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Data connections of a session whose TLS ends at the gateway.
class TestProxyTlsTransfers : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
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
        Wire client = securedLogin(protection);
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        Wire client = securedLogin("P");
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
        terminate(
            {{u"upstreamTls"_s, upstream}, {u"dataModes"_s, QJsonObject{{u"passive"_s, true}, {u"active"_s, true}}}});
    }

    // In an active mode closed until the server's connection has come; see accept().
    Wire openData(Wire &client, const QByteArray &mode)
    {
        if (mode == "PASV" || mode == "EPSV")
            return ProxyTest::openData(client, mode);
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

    Ear m_ear;
};

QTEST_GUILESS_MAIN(TestProxyTlsTransfers)
#include "tst_proxy_tls_transfers.moc"
