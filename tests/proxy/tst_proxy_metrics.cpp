#include "tests/proxy/harness/ProxyTest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 gracefulShutdown = 0x80074E20;
constexpr qint64 isBusy = 0xC0040011;

} // namespace

/// What the control socket's method `metrics` counts.
class TestProxyMetrics : public ProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void aSessionIsCountedFromItsBeginningToItsEnd()
    {
        m_server->setFile(QByteArray(5000, 'x'));
        const int data = freePorts(4);
        publish({{u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}},
            {{u"dataPorts"_s, QJsonArray{u"%1-%2"_s.arg(data).arg(data + 3)}}});
        Wire client = login();
        QVERIFY(client.command("DELE f").startsWith("550"));
        QVERIFY(client.command(" DELE f").startsWith("500"));
        Wire transfer = openData(client, "EPSV");
        QCOMPARE(count(u"dataPorts"_s), 4);
        QCOMPARE(count(u"dataPortsInUse"_s), 1);
        QCOMPARE(count(u"sessions"_s), 1);
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(transfer.rest().size(), 5000);
        QVERIFY(client.reply().startsWith("226"));
        transfer.close();
        QVERIFY(client.command("QUIT").startsWith("221"));
        client.close();
        QVERIFY(m_proxy->awaitSessions(0));
        QVERIFY(awaitCount(u"transfers"_s, u"done"_s, 1));
        QCOMPARE(count(u"hits"_s), 1);
        QCOMPARE(count(u"sessions"_s), 0);
        QCOMPARE(count(u"dataPortsInUse"_s), 0);
        QCOMPARE(count(u"closed"_s, QString::number(gracefulShutdown)), 1);
        QCOMPARE(count(u"data"_s, u"down"_s), 5000);
        QCOMPARE(count(u"data"_s, u"up"_s), 0);
        QVERIFY(count(u"control"_s, u"up"_s) > 0 && count(u"control"_s, u"down"_s) > 0);
        QCOMPARE(count(u"refused"_s, u"command_policy"_s), 1);
        QCOMPARE(count(u"refused"_s, u"line"_s), 1);
        QCOMPARE(count(u"gatewayReplies"_s, u"5"_s), 2);
        // 150, and 220 331 230 229 226 221
        QCOMPARE(count(u"serverReplies"_s, u"1"_s), 1);
        QCOMPARE(count(u"serverReplies"_s, u"2"_s), 5);
        QCOMPARE(count(u"serverReplies"_s, u"3"_s), 1);
        QCOMPARE(count(u"serverReplies"_s, u"5"_s), 0);
    }

    void aSessionThatHasEndedIsCountedNowhere()
    {
        publish({});
        for (int i = 0; i < 200; ++i) {
            Wire client = connect();
            QVERIFY(client.reply().startsWith("220"));
            client.close();
            QJsonObject status;
            do {
                status = m_proxy->call(u"status"_s).value(u"result").toObject();
                QCOMPARE(
                    status.value(u"rules").toArray().at(0).toObject().value(u"sessions"), status.value(u"sessions"));
            } while (status.value(u"sessions").toInt() > 0);
        }
    }

    void bytesNeverDecrease()
    {
        publish({});
        Wire client = login();
        const qint64 whileOpen = count(u"control"_s, u"up"_s);
        QVERIFY(whileOpen > 0);
        client.reset();
        QVERIFY(m_proxy->awaitSessions(0));
        QCOMPARE(count(u"control"_s, u"up"_s), whileOpen);
        // And so across a change of the configuration.
        publish({});
        QCOMPARE(count(u"control"_s, u"up"_s), whileOpen);
        QCOMPARE(count(u"hits"_s), 1);
    }

    void exhaustedDataPortsAreCounted()
    {
        const int data = freePorts(1);
        publish({}, {{u"dataPorts"_s, QJsonArray{QString::number(data)}}});
        Wire first = login();
        Wire second = login();
        QVERIFY(first.command("PASV").startsWith("227"));
        QVERIFY(second.command("PASV").startsWith("425"));
        QVERIFY(second.command("EPSV").startsWith("425"));
        QCOMPARE(count(u"dataPortsExhausted"_s), 2);
        QCOMPARE(count(u"gatewayReplies"_s, u"4"_s), 2);
        QVERIFY(!m_proxy->awaitLogText(u"(FG105)"_s).isEmpty());
    }

    void transfersThatWereCutOrNeverCameAreToldApart()
    {
        publish({});
        Wire client = login();
        Wire transfer = openData(client, "EPSV");
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(transfer.send("half a f"));
        QVERIFY(!m_proxy->awaitLogText(u"Data connection through port"_s).isEmpty());
        transfer.reset();
        QVERIFY(awaitCount(u"transfers"_s, u"cut"_s, 1));
        QCOMPARE(count(u"transfers"_s, u"done"_s), 0);
    }

    void limitsThatWereReachedAreCounted()
    {
        publish({{u"maxSessions"_s, 1}, {u"loginSeconds"_s, 1}});
        Wire first = connect();
        QVERIFY(first.reply().startsWith("220"));
        QVERIFY(connect().reply().startsWith("421"));
        QCOMPARE(count(u"limits"_s, u"sessions"_s), 1);
        QCOMPARE(count(u"denied"_s, QString::number(isBusy)), 1);
        QVERIFY(first.reply().startsWith("421"));
        QVERIFY(awaitCount(u"limits"_s, u"login"_s, 1));
        QCOMPARE(count(u"closed"_s, u"10060"_s), 1);
    }

    void strangersAreCountedWithoutARule()
    {
        publish({}, {{u"from"_s, QJsonArray{u"198.51.100.0/24"_s}}});
        QVERIFY(connect().rest().isEmpty());
        const QJsonObject denied = m_proxy->call(u"metrics"_s).value(u"result").toObject().value(u"denied").toObject();
        QCOMPARE(denied.value(QString::number(0xC004000D)).toInt(), 1);
    }

    void handshakesAreCountedByLegAndOutcome()
    {
        const TestCertificate certificate(u"127.0.0.2"_s);
        const TestCertificate servers(u"127.0.0.3"_s);
        m_server->setTls(servers.serverTls());
        QJsonObject rule = makeRule(m_port, m_server->port(),
            {{u"enabled"_s, true}, {u"authTls"_s, u"terminate"_s}, {u"upstreamTls"_s, u"same"_s}});
        const QJsonObject configuration{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1},
            {u"generation"_s, u"tls"_s}, {u"gateway"_s, u"gw-1"_s},
            {u"certificate"_s, QJsonObject{{u"chain"_s, certificate.chain()}, {u"key"_s, certificate.key()}}},
            {u"rules"_s, QJsonArray{rule}}};
        QVERIFY(m_proxy->call(u"configure"_s, configuration).contains(u"result"));
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QVERIFY(client.startTls(clientTls()));
        QVERIFY(client.command("USER ann").startsWith("331"));
        QCOMPARE(handshakes(u"control"_s, u"client"_s, u"full"_s), 1);
        QCOMPARE(handshakes(u"control"_s, u"server"_s, u"full"_s), 1);
        const TlsTicket ticket = client.ticket();
        QVERIFY(client.command("PBSZ 0").startsWith("200"));
        QVERIFY(client.command("PROT P").startsWith("200"));
        Wire transfer = openData(client, "EPSV");
        QVERIFY(client.send("RETR f\r\n"));
        QVERIFY(transfer.startTls(clientTls(), false, TlsTicket(ticket ? client.ticket() : TlsTicket())));
        QVERIFY(client.reply().startsWith("150"));
        (void)transfer.rest();
        QVERIFY(handshakes(u"data"_s, u"client"_s, u"full"_s) + handshakes(u"data"_s, u"client"_s, u"resumed"_s) == 1);
        QVERIFY(handshakes(u"data"_s, u"server"_s, u"full"_s) + handshakes(u"data"_s, u"server"_s, u"resumed"_s) == 1);
        // One that speaks no TLS where TLS is due.
        Wire other = connect();
        QVERIFY(other.reply().startsWith("220"));
        QVERIFY(other.command("AUTH TLS").startsWith("234"));
        QVERIFY(other.send("USER in the clear\r\n"));
        (void)other.rest();
        QCOMPARE(handshakes(u"control"_s, u"client"_s, u"failed"_s), 1);
    }

private:
    [[nodiscard]] qint64 handshakes(const QString &channel, const QString &leg, const QString &outcome) const
    {
        return metrics()
            .value(u"handshakes")
            .toObject()
            .value(channel)
            .toObject()
            .value(leg)
            .toObject()
            .value(outcome)
            .toInteger(-1);
    }
};

QTEST_GUILESS_MAIN(TestProxyMetrics)
#include "tst_proxy_metrics.moc"
