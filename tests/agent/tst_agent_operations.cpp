#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "app/agent/files/Durable.h"
#include "app/agent/metrics/MetricsServer.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Prerequisite.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Reads metrics as Prometheus does: a line a family and a sample. Nothing where they are malformed.
QByteArray readMetrics(const QByteArray &text)
{
    QProcess reader;
    // The distribution's own Python, which has the distribution's packages.
    reader.start(u"/usr/bin/python3"_s, {QStringLiteral(READER)});
    reader.write(text);
    reader.closeWriteChannel();
    if (!reader.waitForFinished() || reader.exitCode() != 0) {
        qWarning("%s", reader.readAllStandardError().constData());
        return {};
    }
    return reader.readAllStandardOutput();
}

bool hasReader()
{
    return QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import prometheus_client.parser"_s}) == 0;
}

/// What comes back over plain HTTP.
QByteArray fetch(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, port);
    socket.write(request);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
    return socket.readAll();
}

} // namespace

/// What an operator does with a gateway that runs.
class AgentOperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsEscapedAsPrometheusWantsIt()
    {
        MetricFamily family{"ferrygate_odd_total", MetricFamily::Kind::Counter, "A \\ and\na line.", {}};
        family.add(7, {{"rule", u"a\\b\"c\nd"_s}, {"gateway", u"gw"_s}});
        family.add(8, {});
        MetricFamily empty{"ferrygate_none", MetricFamily::Kind::Gauge, "Nothing.", {}};
        QCOMPARE(prometheusText({family, empty}),
            QByteArray("# HELP ferrygate_odd_total A \\\\ and\\na line.\n"
                       "# TYPE ferrygate_odd_total counter\n"
                       "ferrygate_odd_total{rule=\"a\\\\b\\\"c\\nd\",gateway=\"gw\"} 7\n"
                       "ferrygate_odd_total 8\n"));
        const QList<MetricFamily> both = merged({family, empty, family});
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first().samples.size(), 4);
    }

    void onlyMetricsAreServed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const QByteArray end = " HTTP/1.1\r\nHost: gw\r\n\r\n";
        QTest::newRow("metrics") << QByteArray("GET /metrics" + end) << QByteArray("200 OK");
        QTest::newRow("with a query") << QByteArray("GET /metrics?a=b" + end) << QByteArray("200 OK");
        QTest::newRow("another path") << QByteArray("GET /" + end) << QByteArray("404 Not Found");
        QTest::newRow("another method") << QByteArray("POST /metrics" + end) << QByteArray("405 Method Not Allowed");
        QTest::newRow("no HTTP") << QByteArray("USER ann\r\n\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("no end") << QByteArray("GET /metrics HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'))
                                << QByteArray("431 Request Header Fields Too Large");
    }

    void onlyMetricsAreServed()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        MetricsServer server([](const std::function<void(const QByteArray &)> &deliver) { deliver("a 1\n"); });
        QVERIFY(server.listen(QHostAddress(u"127.0.0.2"_s), 0));
        const QByteArray answer = fetch(server.port(), request);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer.constData());
        if (status.startsWith("200")) {
            QVERIFY(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
            QVERIFY(answer.endsWith("\r\n\r\na 1\n"));
        }
    }

    void connectionsAreBoundedAndShareOneAnswer()
    {
        QList<std::function<void(const QByteArray &)>> asked;
        MetricsServer server([&](std::function<void(const QByteArray &)> deliver) { asked << std::move(deliver); });
        QVERIFY(server.listen(QHostAddress(u"127.0.0.2"_s), 0));
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < MetricsServer::mostConnections; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(u"127.0.0.2"_s, server.port());
            sockets.back()->write("GET /metrics HTTP/1.1\r\n\r\n");
            QTRY_COMPARE(sockets.back()->state(), QAbstractSocket::ConnectedState);
        }
        QTRY_COMPARE(asked.size(), 1);
        QTcpSocket oneMore;
        oneMore.connectToHost(u"127.0.0.2"_s, server.port());
        QTRY_COMPARE(oneMore.state(), QAbstractSocket::UnconnectedState);
        // One leaves before its answer; nobody else minds.
        sockets.front()->abort();
        QTRY_COMPARE(sockets.front()->state(), QAbstractSocket::UnconnectedState);
        asked.first()("a 1\n");
        for (std::size_t i = 1; i < sockets.size(); ++i)
            QTRY_VERIFY(sockets[i]->peek(4096).endsWith("a 1\n"));
        QVERIFY(!fetch(server.port(), "GET / HTTP/1.1\r\n\r\n").isEmpty());
    }

    void aSessionIsCountedShownAndEnded()
    {
        // A server that greets, and refuses everything.
        QTcpServer ftp;
        QVERIFY(ftp.listen(QHostAddress(u"127.0.0.3"_s), 0));
        connect(&ftp, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = ftp.nextPendingConnection();
            socket->write("220 ready\r\n");
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                (void)socket->readAll();
                socket->write("530 no\r\n");
            });
        });
        QTemporaryDir folder;
        BuiltinEngine engine({gatewayId, QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
                                 folder.filePath(u"s"_s), folder.filePath(u"e.json"_s), {},
                                 folder.filePath(u"p.json"_s), folder.filePath(u"out"_s), {}, {}, {}, {}},
            m_clock);
        PublishedRule rule;
        rule.id = RuleId::fromTrusted(u"r1"_s);
        rule.name = u"R1"_s;
        rule.listenAddress = Address::fromTrusted(u"127.0.0.2");
        rule.listenPort = freePort(u"127.0.0.2"_s);
        rule.serverAddress = Address::fromTrusted(u"127.0.0.3");
        rule.serverPort = ftp.serverPort();
        rule.externalAddress = rule.listenAddress;
        rule.filterOn = true;
        const QList<NativeFile> files = engine.prepare({gatewayId, Engine::Builtin, {}, {rule}}, u"aaaa"_s).value();
        QVERIFY(writeDurably(files.first().path, *files.first().bytes));
        QVERIFY(engine.commit().has_value());

        QTcpSocket client;
        client.connectToHost(u"127.0.0.2"_s, rule.listenPort);
        QTRY_COMPARE(client.peek(100), QByteArray("220 ready\r\n"));
        client.write("PASS secret\r\n");
        QTRY_COMPARE(client.peek(100), QByteArray("220 ready\r\n530 no\r\n"));
        const quint64 session = engine.sessions().value().first().id;

        const SessionTranscript transcript = engine.transcript(session).value();
        QCOMPARE(transcript.rule, rule.id);
        QCOMPARE(transcript.reading, SessionReading::Inspected);
        QCOMPARE(transcript.lines.size(), 3);
        QCOMPARE(transcript.lines[1].client, u"PASS ****"_s);
        QCOMPARE(transcript.lines[1].server, u"PASS ****"_s);
        QVERIFY(transcript.lines[1].time.isValid());

        QCOMPARE(engine.drain(rule.id, true).value(), DrainReply{1});
        QTcpSocket late;
        late.connectToHost(u"127.0.0.2"_s, rule.listenPort);
        QTRY_VERIFY(late.peek(100).startsWith("421"));

        const QByteArray text = prometheusText(engine.metrics().value());
        QVERIFY(text.contains("ferrygate_sessions{gateway=\"gw-1\",rule=\"r1\"} 1\n"));
        QVERIFY(text.contains("ferrygate_rule_draining{gateway=\"gw-1\",rule=\"r1\"} 1\n"));
        QVERIFY(text.contains("ferrygate_sessions_denied_total{gateway=\"gw-1\",rule=\"r1\",code=\"0xC0040011\"} 1\n"));
        QVERIFY(text.contains(
            "ferrygate_replies_total{gateway=\"gw-1\",rule=\"r1\",originator=\"server\",class=\"5xx\"} 1\n"));

        QVERIFY(engine.endSession(session).has_value());
        QTRY_VERIFY(client.peek(100).contains("\r\n421 "));
        QTRY_VERIFY(engine.sessions().value().isEmpty());
        QVERIFY(engine.drain({}, false).has_value());
        engine.stop();
    }

    void theAgentOffersMetricsAndWritesDownWhatWasDone()
    {
        FERRY_NEEDS(hasReader(), "There is no python3-prometheus-client here.");
        AgentLab lab(AgentLab::Manages::Gateway);
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const RpcReply reply = lab.connectAs(Role::Viewer)->ask(u"metrics");
        QVERIFY(reply.has_value());
        const QByteArray read = readMetrics((*reply)[u"text"].toString().toUtf8());
        QVERIFY2(read.contains("ferrygate_gateway_up{engine=\"builtin\",gateway=\"gw-1\"} 1\n"), read.constData());
        QVERIFY(read.contains("ferrygate_agent_info{node=\"node-1\""));
        // The same over HTTP.
        const QByteArray answer = fetch(lab.metricsPort(), "GET /metrics HTTP/1.1\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(!readMetrics(answer.mid(answer.indexOf("\r\n\r\n") + 4)).isEmpty());

        const auto connection = lab.connectAs(Role::Operator);
        const RpcReply missing = connection->ask(u"sessions.end", toJson(SessionRequest{gatewayId, 77}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().error.code, ErrorCode::NotFound);
        QCOMPARE(connection->ask(u"sessions.transcript", toJson(SessionRequest{gatewayId, 77})).error().error.code,
            ErrorCode::NotFound);
        QVERIFY(connection->ask(u"gateway.drain", toJson(DrainRequest{gatewayId, {}, true})).has_value());
        QVERIFY(connection->ask(u"gateway.drain", toJson(DrainRequest{gatewayId, {}, false})).has_value());
        const RpcReply other =
            connection->ask(u"gateway.drain", toJson(DrainRequest{GatewayId::fromTrusted(u"gw-9"_s), {}, true}));
        QCOMPARE(other.error().error.code, ErrorCode::NotFound);
        const QByteArray audit = lab.auditLog();
        QVERIFY(audit.contains("drain started") && audit.contains("drain ended"));
        QVERIFY(audit.contains("ada-operator"));
        QVERIFY(!audit.contains("session ended"));
    }

    void roomIsKeptOnTheVolumeAndGivenBack()
    {
        FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        AgentLab lab(AgentLab::Manages::GatewayAndVsftpd);
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const ServiceId service = ServiceId::fromTrusted(u"files-1"_s);
        const auto viewer = lab.connectAs(Role::Viewer);
        QVERIFY(!viewer->ask(u"service.ballast", toJson(BallastRequest{service, 65'536})));
        const auto person = lab.connectAs(Role::Operator);
        const RpcReply kept = person->ask(u"service.ballast", toJson(BallastRequest{service, 65'536}));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().error.text()));
        const QFileInfo file(lab.path(u"files/.ballast"_s));
        QCOMPARE(file.size(), 65'536);

        const NodeStatus status = lab.status();
        QVERIFY(status.clock.isValid());
        QVERIFY(std::abs(status.clock.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
        QVERIFY(status.services.first().volume);
        QCOMPARE(status.services.first().volume->ballast, 65'536);
        QVERIFY(status.services.first().volume->available > 0);
        const QByteArray metrics = fetch(lab.metricsPort(), "GET /metrics HTTP/1.1\r\n\r\n");
        QVERIFY2(metrics.contains("\nferrygate_ballast_bytes{service=\"files-1\"} 65536\n"), metrics.constData());

        QVERIFY(person->ask(u"service.ballast", toJson(BallastRequest{service, 0})));
        QVERIFY(!QFileInfo::exists(file.filePath()));
        QVERIFY(lab.auditLog().contains("ballast reserved"));
        QVERIFY(lab.auditLog().contains("ballast released"));
        const RpcReply nobody =
            person->ask(u"service.ballast", toJson(BallastRequest{ServiceId::fromTrusted(u"files-2"_s), 1}));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().error.code, ErrorCode::NotFound);
    }

    void everyMetricOfTheProxyIsReadByPrometheus()
    {
        FERRY_NEEDS(hasReader(), "There is no python3-prometheus-client here.");
        QTemporaryDir folder;
        BuiltinEngine engine({gatewayId, QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
                                 folder.filePath(u"s"_s), folder.filePath(u"e.json"_s), {},
                                 folder.filePath(u"p.json"_s), folder.filePath(u"out"_s), {}, {}, {}, {}},
            m_clock);
        GatewayConfig config{gatewayId, Engine::Builtin, {}, {}};
        for (const QString &id : {u"r1"_s, u"r2"_s}) {
            PublishedRule rule;
            rule.id = RuleId::fromTrusted(id);
            rule.name = id;
            rule.listenAddress = Address::fromTrusted(u"127.0.0.2");
            rule.listenPort = freePort(u"127.0.0.2"_s);
            rule.serverAddress = Address::fromTrusted(u"127.0.0.3");
            rule.serverPort = 2121;
            rule.externalAddress = rule.listenAddress;
            rule.filterOn = true;
            rule.dataPorts = {PortRange::fromTrusted(50'000, 50'003)};
            config.rules << rule;
        }
        const QList<NativeFile> files = engine.prepare(config, u"aaaa"_s).value();
        QVERIFY(writeDurably(files.first().path, *files.first().bytes));
        QVERIFY(engine.commit().has_value());
        const QByteArray read = readMetrics(prometheusText(engine.metrics().value()));
        for (const char *line : {"family ferrygate_sessions gauge", "family ferrygate_sessions_opened counter",
                 "ferrygate_data_ports{gateway=\"gw-1\",rule=\"r2\"} 4",
                 "ferrygate_transfers_total{gateway=\"gw-1\",outcome=\"not_connected\",rule=\"r1\"} 0",
                 "ferrygate_commands_refused_total{filter=\"command_policy\",gateway=\"gw-1\",rule=\"r1\"} 0",
                 "ferrygate_tls_handshakes_total{channel=\"data\",gateway=\"gw-1\",leg=\"server\",outcome=\"resumed\","
                 "rule=\"r2\"} 0"})
            QVERIFY2(read.contains(QByteArray(line) + '\n'), line);
        engine.stop();
    }

private:
    const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(AgentOperationsTest)
#include "tst_agent_operations.moc"
