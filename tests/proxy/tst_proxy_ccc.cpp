#include "tests/proxy/harness/ProxyTest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The way back from TLS to clear text on the control connection (RFC 4217 section 6).
class TestProxyCcc : public TlsProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void cccIsRefusedAndTheSessionStaysEncrypted_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QJsonObject>("commands");
        const QJsonObject custom{
            {u"preset"_s, u"custom"_s}, {u"allow"_s, QJsonArray{u"AUTH"_s, u"USER"_s, u"PASS"_s, u"CCC"_s, u"NOOP"_s}}};
        for (const char *upstream : {"same", "clear", "required"}) {
            QTest::addRow("%s", upstream) << QString::fromLatin1(upstream) << QJsonObject();
            // The policy says who may ask; TLS stays all the same.
            QTest::addRow("%s, in the policy", upstream) << QString::fromLatin1(upstream) << custom;
        }
    }

    void cccIsRefusedAndTheSessionStaysEncrypted()
    {
        QFETCH(QString, upstream);
        QFETCH(QJsonObject, commands);
        terminate({{u"upstreamTls"_s, upstream}, {u"commands"_s, commands}});
        Wire client = secured();
        QVERIFY(client.command("USER ann").startsWith("331"));
        QVERIFY(client.command("PASS secret").startsWith("230"));
        QVERIFY(client.command("CCC").startsWith("534"));
        QVERIFY(client.isTls() && client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("CCC"));
    }

    void cccEndsTlsWithTheClientWhereTheRuleAllowsIt_data()
    {
        QTest::addColumn<bool>("saysGoodbye");
        QTest::addRow("close_notify") << true;
        // As some clients do: the gateway's close_notify is enough for it.
        QTest::addRow("clear text at once") << false;
    }

    void cccEndsTlsWithTheClientWhereTheRuleAllowsIt()
    {
        QFETCH(bool, saysGoodbye);
        m_server->setTls(m_serverCertificate.serverTls());
        terminate({{u"clearCommandChannel"_s, true}});
        Wire client = secured();
        QVERIFY(client.command("CCC").startsWith("503"));
        QVERIFY(sayLogin(client));
        QVERIFY(client.send("FEAT\r\n"));
        QByteArrayList features;
        for (std::optional<QByteArray> line = client.line(); line && !line->startsWith("211 "); line = client.line())
            features << line->trimmed();
        QVERIFY(features.contains("CCC"));
        QVERIFY(client.command("CCC").startsWith("200"));
        QVERIFY(client.turnClear(saysGoodbye));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(client.command("CCC").startsWith("533"));
        QVERIFY(client.command("PROT C").startsWith("503"));
        QVERIFY(client.command("AUTH TLS").startsWith("503"));
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("CCC"));
    }

    void whatStandsBehindCccEndsTheSession_data()
    {
        QTest::addColumn<QByteArray>("encrypted");
        QTest::addColumn<QByteArray>("clear");
        QTest::addRow("a command under TLS") << QByteArray("DELE a\r\n") << QByteArray();
        QTest::addRow("half a command under TLS") << QByteArray("DEL") << QByteArray("E a\r\n");
        QTest::addRow("clear text, by somebody in the middle") << QByteArray() << QByteArray("DELE a\r\n");
    }

    void whatStandsBehindCccEndsTheSession()
    {
        QFETCH(QByteArray, encrypted);
        QFETCH(QByteArray, clear);
        terminate({{u"clearCommandChannel"_s, true}, {u"upstreamTls"_s, u"clear"_s}});
        Wire client = secured();
        QVERIFY(sayLogin(client));
        client.setCorked(true);
        QVERIFY(client.send("CCC\r\n" + encrypted));
        if (!clear.isEmpty()) {
            client.endTls();
            client.dropTls();
            QVERIFY(client.send(clear));
        }
        client.setCorked(false);
        QVERIFY(!m_proxy->awaitLogText(u"did not end TLS in the way of CCC"_s).isEmpty());
        QVERIFY(m_proxy->awaitSessions(0));
        QVERIFY(!m_server->hasSeen("DELE"));
    }
};

QTEST_GUILESS_MAIN(TestProxyCcc)
#include "tst_proxy_ccc.moc"
