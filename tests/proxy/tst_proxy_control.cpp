#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/support/Prerequisite.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray ask(QLocalSocket &socket, const QByteArray &line)
{
    socket.write(line);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(10'000))
            return {};
    }
    return socket.readLine().trimmed();
}

const QJsonObject filterOff{{u"enabled"_s, false}};

} // namespace

class TestProxyControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSocketIsForItsOwnUser()
    {
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QFileInfo socket(proxy.path(u"control.sock"_s));
        QCOMPARE(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }

    void badRequestsAreAnsweredAndTheConnectionLivesOn()
    {
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QLocalSocket socket;
        socket.connectToServer(proxy.path(u"control.sock"_s));
        for (const char *line : {"garbage\n", "\n", "[]\n", "{\"id\":1}\n", "{\"id\":1,\"method\":\"fly\"}\n",
                 "{\"id\":-1,\"method\":\"status\"}\n", "{\"id\":1,\"method\":\"status\",\"colour\":1}\n",
                 "{\"id\":1,\"method\":\"log\",\"params\":{\"tail\":\"all\"}}\n",
                 "{\"id\":1,\"id\":2,\"method\":\"status\"}\n"})
            QVERIFY2(ask(socket, line).contains("\"error\":{\"message\":"), line);
        QVERIFY(ask(socket, "{\"id\":12,\"method\":\"status\"}\n").startsWith("{\"id\":12,\"result\":{\"pid\":"));
        // Half a line now, half later.
        socket.write("{\"id\":13,\"met");
        socket.flush();
        QVERIFY(ask(socket, "hod\":\"status\"}\n").startsWith("{\"id\":13,"));
    }

    void aRefusedConfigurationChangesNothing()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(2);
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff)}).contains(u"result"));
        const QString running = proxy.call(u"status"_s).value(u"result").toObject().value(u"generation").toString();
        // The second listener is taken by somebody else: the first, new one must not stay open either.
        Ear taken = Ear::open(u"127.0.0.2"_s);
        const QJsonObject refused = proxy.configure({makeRule(port + 1, server.port(), filterOff),
            makeRule(taken.port, server.port(), filterOff, {{u"id"_s, u"r2"_s}})});
        QCOMPARE(refused.value(u"error").toObject().value(u"pointer").toString(), u"/rules/1/listen"_s);
        QVERIFY(refused.value(u"error").toObject().value(u"message").toString().contains(u"in use"));
        QCOMPARE(proxy.call(u"status"_s).value(u"result").toObject().value(u"generation").toString(), running);
        QVERIFY(!Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port + 1)).isOpen());
        QVERIFY(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply().startsWith("220"));
        const QJsonObject relay = proxy.configure(
            {makeRule(port, server.port(), filterOff, {{u"relayPorts"_s, QJsonArray{QString::number(taken.port)}}})});
        QCOMPARE(relay.value(u"error").toObject().value(u"pointer").toString(), u"/rules/0/relayPorts/0"_s);
        taken.close();
    }

    void oneSessionCanBeEnded()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        QVERIFY(proxy.configure({makeRule(port, server.port(), {{u"enabled"_s, true}})}).contains(u"result"));
        Wire first = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        Wire second = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(first.reply().startsWith("220"));
        QVERIFY(second.reply().startsWith("220"));
        QVERIFY(proxy.call(u"kill"_s, QJsonObject{{u"session"_s, 77}}).contains(u"error"));
        QVERIFY(proxy.call(u"kill"_s, QJsonObject()).contains(u"error"));
        QVERIFY(proxy.call(u"kill"_s, QJsonObject{{u"session"_s, 1}}).contains(u"result"));
        QVERIFY(first.reply().startsWith("421"));
        QCOMPARE(first.rest(), QByteArray());
        QVERIFY(second.command("NOOP").startsWith("200"));
        QCOMPARE(proxy.sessions().size(), 1);
        QVERIFY(!proxy.awaitLogText(u"An administrator ended the session"_s).isEmpty());
    }

    void aDrainedRuleTakesNoNewSessions()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        const QJsonArray rules{makeRule(port, server.port(), {{u"enabled"_s, true}})};
        QVERIFY(proxy.configure(rules).contains(u"result"));
        const auto greeting = [&] { return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply(); };
        Wire open = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(open.reply().startsWith("220"));
        QVERIFY(proxy.call(u"drain"_s, QJsonObject{{u"rule"_s, u"other"_s}}).contains(u"error"));
        QVERIFY(proxy.call(u"drain"_s, QJsonObject{{u"rule"_s, u"rule-1"_s}}).contains(u"result"));
        QVERIFY(greeting().startsWith("421"));
        QVERIFY(open.command("NOOP").startsWith("200"));
        const QJsonArray status = proxy.call(u"status"_s).value(u"result").toObject().value(u"rules").toArray();
        QCOMPARE(status.at(0).toObject().value(u"draining").toBool(), true);
        // Still so after a change of the configuration, until it is said otherwise.
        QVERIFY(proxy.configure(rules).contains(u"result"));
        QVERIFY(greeting().startsWith("421"));
        QVERIFY(proxy.call(u"drain"_s, QJsonObject{{u"draining"_s, false}}).contains(u"result"));
        QVERIFY(greeting().startsWith("220"));
    }

    void checkChangesNothing()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        const QJsonObject good{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1}, {u"generation"_s, u"next"_s},
            {u"gateway"_s, u"gw"_s}, {u"rules"_s, QJsonArray{makeRule(port, server.port(), filterOff)}}};
        QCOMPARE(proxy.call(u"check"_s, good).value(u"result").toObject().value(u"generation").toString(), u"next"_s);
        QVERIFY(!Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).isOpen());
        QJsonObject bad = good;
        bad[u"rules"_s] =
            QJsonArray{makeRule(port, server.port(), {{u"enabled"_s, true}, {u"authTls"_s, u"terminate"_s}})};
        const QJsonObject error = proxy.call(u"check"_s, bad).value(u"error").toObject();
        QCOMPARE(error.value(u"pointer").toString(), u"/rules/0/filter/authTls"_s);
        QVERIFY(error.value(u"message").toString().contains(u"needs a certificate"));
    }

    void openSessionsAndTransfersKeepTheRuleTheyBeganWith()
    {
        const int port = freePorts(1);
        const int data = freePorts(1);
        StubServer server(u"127.0.0.3"_s, static_cast<std::uint16_t>(data));
        server.setFile("old range");
        StubServer other;
        other.setGreeting("220 other\r\n");
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const QJsonArray ports{QString::number(data)};
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff, {{u"relayPorts"_s, ports}})})
                .contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(client.reply().startsWith("220 stub"));
        QVERIFY(client.command("PASV").startsWith("227"));
        Wire upload = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data));
        QVERIFY(client.command("STOR f").startsWith("150"));
        QVERIFY(upload.send("first half, "));
        // Another server, no relay ports, the filter on, and at last no rule at all.
        QVERIFY(proxy.configure({makeRule(port, other.port(), {{u"enabled"_s, true}})}).contains(u"result"));
        QCOMPARE(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply(), QByteArray("220 other"));
        QVERIFY(proxy.configure({}).contains(u"result"));
        QVERIFY(!Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).isOpen());
        QVERIFY(upload.send("second half"));
        upload.close();
        QVERIFY(client.reply().startsWith("226"));
        QCOMPARE(server.stored(), QByteArray("first half, second half"));
        QVERIFY(client.command("PASV").startsWith("227"));
        Wire download = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data));
        QVERIFY(client.command("RETR f").startsWith("150"));
        QCOMPARE(download.rest(), QByteArray("old range"));
        QVERIFY(client.command("QUIT").size() > 0);
        client.close();
        download.close();
        QVERIFY(proxy.awaitSessions(0));
        // With the last session and its transfers the relay port is closed.
        QTRY_VERIFY(!Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(data)).isOpen());
    }

    void aRuleThatComesBackStillCountsItsSessions()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        const QJsonObject limited = makeRule(port, server.port(), {{u"enabled"_s, true}, {u"maxSessions"_s, 1}});
        QVERIFY(proxy.configure({limited}).contains(u"result"));
        Wire first = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(first.reply().startsWith("220"));
        QVERIFY(proxy.configure({}).contains(u"result"));
        QVERIFY(proxy.configure({limited}).contains(u"result"));
        QVERIFY(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply().startsWith("421"));
        QVERIFY(first.command("NOOP").startsWith("200"));
        const QJsonObject rule =
            proxy.call(u"status"_s).value(u"result").toObject().value(u"rules").toArray().at(0).toObject();
        QCOMPARE(rule.value(u"sessions").toInt(), 1);
        QCOMPARE(rule.value(u"hits").toInt(), 1);
    }

    void aChangeUnderConnectsLosesNone()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(2);
        for (int i = 0; i < 100; ++i) {
            const QJsonObject kept = makeRule(port, server.port(), filterOff);
            const QJsonObject coming = makeRule(port + 1, server.port(), filterOff, {{u"id"_s, u"r2"_s}});
            QVERIFY(proxy.configure(i % 2 == 0 ? QJsonArray{kept} : QJsonArray{coming, kept}).contains(u"result"));
            QVERIFY(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply().startsWith("220"));
        }
    }

    void theLogIsFollowed()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start({u"--log"_s, proxy.path(u"proxy.log"_s)}));
        QLocalSocket follower;
        follower.connectToServer(proxy.path(u"control.sock"_s));
        QVERIFY(ask(follower, "{\"id\":5,\"method\":\"log\",\"params\":{\"tail\":200,\"follow\":true}}\n")
                .startsWith("{\"id\":5,\"result\":["));
        const int port = freePorts(1);
        QVERIFY(proxy.configure({makeRule(port, server.port(), filterOff)}).contains(u"result"));
        while (!follower.canReadLine())
            QVERIFY(follower.waitForReadyRead(10'000));
        const QByteArray line = follower.readLine();
        QVERIFY(line.startsWith("{\"log\":{\"serial\":") && line.contains("is running"));
        QVERIFY(proxy.call(u"quit"_s).contains(u"result"));
        QVERIFY(proxy.process().waitForFinished(10'000));
        QCOMPARE(proxy.process().exitCode(), 0);
        QFile file(proxy.path(u"proxy.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(file.readLine()).object().value(u"text").toString().contains(u"is running"));
    }

    void aFollowerThatDoesNotReadLosesLinesOnly()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QLocalSocket follower;
        follower.setReadBufferSize(1);
        follower.connectToServer(proxy.path(u"control.sock"_s));
        follower.write("{\"id\":5,\"method\":\"log\",\"params\":{\"follow\":true}}\n");
        follower.flush();
        const int port = freePorts(1);
        QVERIFY(proxy.configure({makeRule(port, server.port(), {{u"enabled"_s, true}})}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(client.reply().startsWith("220"));
        for (int i = 0; i < 4000; ++i)
            QVERIFY(client.command("CWD " + QByteArray(500, 'x')).startsWith("200"));
        QVERIFY(proxy.call(u"status"_s).contains(u"result"));
        // As soon as it reads again it is told how many are missing.
        follower.setReadBufferSize(0);
        bool isTold = false;
        while (!isTold && (follower.canReadLine() || follower.waitForReadyRead(10'000))) {
            while (follower.canReadLine())
                isTold = follower.readLine().contains("were left out") || isTold;
            if (!isTold)
                QVERIFY(client.command("NOOP").startsWith("200"));
        }
        QVERIFY(isTold);
    }

    void aStaleSocketIsReplacedAndALiveOneIsNot()
    {
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        QProcess second;
        second.start(QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
            {u"--control"_s, proxy.path(u"control.sock"_s)});
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains("Another ferrygate-proxy uses"));
        QVERIFY(proxy.call(u"status"_s).contains(u"result"));
        proxy.process().kill();
        QVERIFY(proxy.process().waitForFinished(10'000));
        QVERIFY(QFile::exists(proxy.path(u"control.sock"_s)));
        QVERIFY(proxy.start());
    }

    void startingSaysInOneLineWhyItFailed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray("--control is missing");
        QTest::newRow("unknown") << QStringList{u"--fly"_s} << 2 << QByteArray("unknown option \"--fly\"");
        QTest::newRow("no value") << QStringList{u"--control"_s} << 2 << QByteArray("needs a value");
        QTest::newRow("socket path") << QStringList{u"--control"_s, QString(200, u'x')} << 1 << QByteArray("too long");
        QTest::newRow("no file") << QStringList{u"--control"_s, u"DIR/s"_s, u"--config"_s, u"/does/not/exist"_s} << 1
                                 << QByteArray("could not be opened");
        QTest::newRow("bad file") << QStringList{u"--control"_s, u"DIR/s"_s, u"--config"_s, u"/dev/null"_s} << 1
                                  << QByteArray("not a JSON document");
        QTest::newRow("not a socket") << QStringList{u"--control"_s, u"/dev/null"_s} << 1
                                      << QByteArray("is not a socket");
        QTest::newRow("log") << QStringList{u"--control"_s, u"DIR/s"_s, u"--log"_s, u"/does/not/exist"_s} << 1
                             << QByteArray("log file");
    }

    void startingSaysInOneLineWhyItFailed()
    {
        QFETCH(QStringList, arguments);
        const QTemporaryDir directory;
        arguments.replaceInStrings(u"DIR"_s, directory.path());
        QProcess process;
        process.start(QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"), arguments);
        QVERIFY(process.waitForFinished(10'000));
        QTEST(process.exitCode(), "exitCode");
        const QByteArray line = process.readAllStandardError();
        QFETCH(QByteArray, said);
        QVERIFY2(line.contains(said), line.constData());
        QCOMPARE(line.count('\n'), 1);
    }

    void sigtermEndsItOrderly()
    {
        StubServer server;
        ProxyProcess proxy;
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        QVERIFY(proxy.configure({makeRule(port, server.port(), {{u"enabled"_s, true}})}).contains(u"result"));
        Wire client = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(client.reply().startsWith("220"));
        proxy.process().terminate();
        QVERIFY(client.reply().startsWith("421 Service closing"));
        QVERIFY(proxy.process().waitForFinished(10'000));
        QCOMPARE(proxy.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(proxy.process().exitCode(), 0);
        QVERIFY(!QFile::exists(proxy.path(u"control.sock"_s)));
    }

    void withoutDescriptorsConnectionsAreTurnedAwayAndTheOthersLive()
    {
        FERRY_NOT_UNDER("address", "it opens pipes to look at objects, and takes their absence for a broken object.");
        StubServer server;
        ProxyProcess proxy;
        proxy.process().setChildProcessModifier([] {
            const rlimit few{40, 40};
            ::setrlimit(RLIMIT_NOFILE, &few);
        });
        QVERIFY(proxy.start());
        const int port = freePorts(1);
        QVERIFY(proxy.configure({makeRule(port, server.port(), {{u"enabled"_s, true}})}).contains(u"result"));
        Wire first = Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port));
        QVERIFY(first.reply().startsWith("220"));
        std::vector<Wire> many;
        for (int i = 0; i < 60; ++i)
            many.push_back(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)));
        QVERIFY(!proxy.awaitLogText(u"no file descriptor left"_s).isEmpty());
        QVERIFY(first.command("NOOP").startsWith("200"));
        many.clear();
        QVERIFY(proxy.awaitSessions(1));
        QVERIFY(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(port)).reply().startsWith("220"));
    }
};

QTEST_GUILESS_MAIN(TestProxyControl)
#include "tst_proxy_control.moc"
