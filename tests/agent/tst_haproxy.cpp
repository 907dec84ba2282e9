#include "app/agent/engines/haproxy/HaproxyCheck.h"
#include "app/agent/engines/haproxy/HaproxyConfig.h"
#include "app/agent/engines/haproxy/HaproxyEngine.h"
#include "app/agent/engines/haproxy/HaproxyPorts.h"
#include "app/agent/engines/haproxy/HaproxyPublishing.h"
#include "app/agent/engines/haproxy/HaproxySessions.h"
#include "app/agent/engines/haproxy/HaproxyWords.h"
#include "app/agent/files/Durable.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Ports.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir golden(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/haproxy"));
const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);

PublishedRule rule(const QString &id, const QString &listen, quint16 port, const QString &server, quint16 serverPort,
    const QString &relays = {})
{
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(id);
    rule.name = u"Rule "_s + id;
    rule.listenAddress = Address::fromTrusted(listen);
    rule.listenPort = port;
    rule.serverAddress = Address::fromTrusted(server);
    rule.serverPort = serverPort;
    rule.externalAddress = rule.listenAddress;
    rule.filter.enabled = false;
    if (!relays.isEmpty())
        rule.relayPorts = {PortRange::parse(relays).value()};
    return rule;
}

GatewayConfig gatewayWith(const QList<PublishedRule> &rules)
{
    return {gatewayId, Engine::Haproxy, {}, rules};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the engine "haproxy" writes, what a real HAProxy says to it, and how it goes from one configuration to the
/// next.
class HaproxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void rulesAreRendered_data()
    {
        QTest::addColumn<GatewayConfig>("config");
        QTest::addColumn<QString>("source");
        PublishedRule ftps = rule(u"partner-upload"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s, 21, u"5000-5003"_s);
        QTest::newRow("ftps") << gatewayWith({ftps}) << u"198.51.100.1"_s;
        QTest::newRow("none") << gatewayWith({}) << QString();
        QTest::newRow("ipv6") << gatewayWith(
            {rule(u"six"_s, u"2001:db8::1"_s, 990, u"2001:db8:1::20"_s, 990, u"6000-6001"_s)})
                              << u"2001:db8::2"_s;
        PublishedRule partner = ftps;
        partner.from = {Network::fromTrusted(u"192.0.2.0/24"), Network::fromTrusted(u"192.0.2.128/25")};
        PublishedRule others = rule(u"others"_s, u"203.0.113.1"_s, 21, u"198.51.100.21"_s, 2121, u"5002-5010"_s);
        others.name = u"Two\nlines # and \\ more"_s;
        QTest::newRow("shared-listener") << gatewayWith({partner, others}) << QString();
        PublishedRule many = ftps;
        for (int i = 0; i < 40; ++i)
            many.from << Network::fromTrusted(u"10.%1.0.0/16"_s.arg(i));
        QTest::newRow("many-networks") << gatewayWith({many}) << QString();
    }

    void rulesAreRendered()
    {
        QFETCH(GatewayConfig, config);
        QFETCH(QString, source);
        HaproxySurroundings around{{}, u"/state/engines/gw-1.drained"_s, {}};
        if (!source.isEmpty())
            around.sourceAddress = Address::fromTrusted(source);
        const Result<QByteArray> text = renderHaproxyConfig(config, u"0a1b"_s, around);
        QVERIFY2(text, text ? "" : qPrintable(text.error().text()));
        const QString file = golden.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".cfg"_s);
        if (qEnvironmentVariableIsSet("FERRYGATE_UPDATE_GOLDEN"))
            QVERIFY(writeDurably(file, *text));
        QCOMPARE(QString::fromUtf8(*text), QString::fromUtf8(contentOf(file)));
        QCOMPARE(generationIn(descriptionIn(*text)), u"0a1b"_s);

        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        around.drainedFile = path(u"drained"_s);
        QVERIFY(writeDurably(around.drainedFile, {}));
        const Result<> checked =
            checkHaproxyConfig(program(), path(u"check.cfg"_s), *renderHaproxyConfig(config, {}, around), u"gw-1"_s);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));
        QVERIFY(!QFile::exists(path(u"check.cfg"_s)));
    }

    void thousandsOfRulesAreWellFormed()
    {
        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        QList<PublishedRule> rules;
        for (int i = 0; i < 2000; ++i) {
            rules << rule(u"%1.rule_%2"_s.arg(i).arg(QString(50, u'x')), u"10.%1.%2.1"_s.arg(i / 250).arg(i % 250), 21,
                u"198.51.100.20"_s, 21, u"5000-5003"_s);
        }
        QVERIFY(writeDurably(path(u"drained"_s), {}));
        const Result<> checked = checkHaproxyConfig(program(), path(u"check.cfg"_s),
            *renderHaproxyConfig(gatewayWith(rules), u"aa"_s, {{}, path(u"drained"_s), {}}), u"gw-1"_s);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));
    }

    void aFilterIsRefusedInWords()
    {
        PublishedRule filtered = rule(u"r"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s, 21);
        filtered.filterOn = true;
        const auto refused = renderHaproxyConfig(gatewayWith({filtered}), u"aa"_s, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().subject, u"r"_s);
        QVERIFY(refused.error().why.contains(u"HAProxy forwards only; the FTP filter needs the builtin engine"_s));
        QVERIFY(!refused.error().remedy.isEmpty());
    }

    void aPortThatIsWantedForTwoThingsIsRefused()
    {
        const auto refused =
            renderHaproxyConfig(gatewayWith({rule(u"a"_s, u"203.0.113.1"_s, 21, u"198.51.100.20"_s, 21, u"5000-5003"_s),
                                    rule(u"b"_s, u"203.0.113.1"_s, 5002, u"198.51.100.21"_s, 21)}),
                u"aa"_s, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().why.contains(u"5002"_s));
    }

    void complaintsAreToldInWords()
    {
        const QByteArray configuration = "# x\nfrontend control:127.0.0.2:21\n    bind 127.0.0.2:99999\n\nbackend "
                                         "rule.partner\n    server ftp a b c\n";
        const QString words = haproxyComplaints(
            "[NOTICE]   (8523) : haproxy version is 2.6.12\n"
            "[ALERT]    (8523) : config : parsing [b.cfg:3] : 'bind' : invalid port '99999'\n"
            "[ALERT]    (8523) : config : [b.cfg:6] : 'server rule.q/ftp' : unknown keyword 'b'.\n"
            "[ALERT]    (10783) : Binding [/r.cfg:19] for frontend control:127.0.0.2:23121: cannot bind socket "
            "(Address already in use) for [127.0.0.2:23199]\n"
            "[ALERT]    (8523) : config : Fatal errors found in configuration.\n",
            configuration);
        QCOMPARE(words,
            u"Line 3, of control:127.0.0.2:21 (bind 127.0.0.2:99999): 'bind' : invalid port '99999'. "
            "Line 6, of rule \"partner\" (server ftp a b c): 'server rule.q/ftp' : unknown keyword 'b'. "
            "It could not open 127.0.0.2:23199: Address already in use."_s);
        QCOMPARE(haproxyComplaints("[WARNING] (1) : something\n", {}), QString());
    }

    void processesAreRead()
    {
        const HaproxyProcesses processes =
            parseProcesses("#<PID>          <type>          <reloads>       <uptime>        <version>      \n"
                           "15083           master          3 [failed: 1]   0d00h00m04s     2.6.12-1+deb12u4\n"
                           "# workers\n15311           worker          0               0d00h00m01s     2.6.12\n"
                           "# old workers\n15219           worker          1               0d00h00m02s     2.6.12\n"
                           "# programs\n\n");
        QCOMPARE(processes, (HaproxyProcesses{15083, 3, 1, 15311, {15219}, u"2.6.12-1+deb12u4"_s}));
    }

    void aReloadThatFailsLeavesTheOldConfigurationRunning()
    {
        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        QTcpServer server;
        greet(server);
        const auto engine = makeEngine();
        const quint16 port = test::freePort(u"127.0.0.2"_s);
        const GatewayConfig config =
            gatewayWith({rule(u"r"_s, u"127.0.0.2"_s, port, u"127.0.0.1"_s, server.serverPort())});
        put(*engine, config, u"aaaa"_s);
        QCOMPARE(bannerOf(port), "220 hello\r\n");

        // One that HAProxy accepts and cannot run: it is no address of this machine.
        GatewayConfig elsewhere = config;
        elsewhere.rules << rule(u"s"_s, u"203.0.113.77"_s, 2121, u"127.0.0.1"_s, server.serverPort());
        const QList<NativeFile> files = engine->prepare(elsewhere, u"bbbb"_s).value();
        QVERIFY(engine->check(files));
        QVERIFY(writeDurably(files[0].path, *files[0].bytes));
        const Result<> refused = engine->commit();
        QVERIFY(!refused);
        QVERIFY2(refused.error().why.contains(u"2121 of 203.0.113.77"_s), qPrintable(refused.error().text()));
        QCOMPARE(engine->observe().generation, u"aaaa"_s);
        QCOMPARE(bannerOf(port), "220 hello\r\n");

        // One of which only HAProxy itself finds out that it cannot run.
        QVERIFY(writeDurably(files[0].path, "global\n    description ferrygate cccc 1\nfrontend x\n    bogus\n"));
        const Result<> broken = engine->commit();
        QVERIFY(!broken);
        QVERIFY2(broken.error().why.contains(u"bogus"_s), qPrintable(broken.error().text()));
        QCOMPARE(engine->observe().generation, u"aaaa"_s);
        QCOMPARE(bannerOf(port), "220 hello\r\n");

        put(*engine, config, u"aaaa"_s);
        QCOMPARE(engine->observe().generation, u"aaaa"_s);
        put(*engine, config, u"dddd"_s);
        QCOMPARE(engine->observe().generation, u"dddd"_s);
        engine->stop();
    }

    void sessionsAreListedEndedAndDrained()
    {
        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        QTcpServer server;
        greet(server);
        const auto engine = makeEngine();
        const quint16 port = test::freePort(u"127.0.0.2"_s);
        GatewayConfig config = gatewayWith({rule(u"r"_s, u"127.0.0.2"_s, port, u"127.0.0.1"_s, server.serverPort())});
        put(*engine, config, u"aaaa"_s);
        QTcpSocket client;
        client.connectToHost(u"127.0.0.2"_s, port);
        QTRY_COMPARE(client.bytesAvailable(), 11);

        // The session goes on in the old worker, and is seen there.
        config.rules[0].name = u"renamed"_s;
        put(*engine, config, u"bbbb"_s);
        const QList<SessionInfo> sessions = engine->sessions().value();
        QCOMPARE(sessions.size(), 1);
        QCOMPARE(sessions[0].rule.text(), u"r"_s);
        QCOMPARE(sessions[0].clientPort, client.localPort());
        QCOMPARE(sessions[0].client.toString(), u"127.0.0.1"_s);
        QCOMPARE(sessions[0].bytesDown, 11U);
        QVERIFY(qAbs(sessions[0].since.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(engine->observe().sessions, 1);
        QCOMPARE(engine->transcript(sessions[0].id).error().code, ErrorCode::Unsupported);

        // Drained it takes no new ones, also in the next configuration and after a restart.
        QCOMPARE(engine->drain(config.rules[0].id, true).value(), DrainReply{1});
        QCOMPARE(bannerOf(port), "");
        config.rules[0].name = u"renamed again"_s;
        put(*engine, config, u"cccc"_s);
        QCOMPARE(bannerOf(port), "");
        QVERIFY(client.state() == QAbstractSocket::ConnectedState);
        QCOMPARE(engine->drain({}, false).value(), DrainReply{1});
        QCOMPARE(bannerOf(port), "220 hello\r\n");

        QVERIFY(engine->endSession(sessions[0].id));
        QTRY_VERIFY(client.state() == QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(engine->observe().sessions, 0);
        QCOMPARE(engine->endSession(sessions[0].id).error().code, ErrorCode::NotFound);
        const QByteArray metrics = prometheusText(engine->metrics().value());
        QVERIFY2(metrics.contains("ferrygate_rule_draining{gateway=\"gw-1\",rule=\"r\"} 0"), metrics.constData());
        QVERIFY2(metrics.contains("ferrygate_sessions_opened_total{gateway=\"gw-1\",rule=\"r\"}"), metrics.constData());
        engine->stop();
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Command program() const { return {haproxyProgram(), {}, {{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}, {}}; }

    static void greet(QTcpServer &server)
    {
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        connect(&server, &QTcpServer::newConnection, &server,
            [&server] { server.nextPendingConnection()->write("220 hello\r\n"); });
    }

    /// What a new session is greeted with; nothing where it is turned away.
    static QByteArray bannerOf(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.2"_s, port);
        (void)QTest::qWaitFor(
            [&] { return socket.bytesAvailable() > 0 || socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
        return socket.readAll();
    }

    static void put(HaproxyEngine &engine, const GatewayConfig &config, const QString &generation)
    {
        const QList<NativeFile> files = engine.prepare(config, generation).value();
        QVERIFY(writeDurably(files[0].path, *files[0].bytes));
        const Result<> committed = engine.commit();
        QVERIFY2(committed, committed ? "" : qPrintable(committed.error().text()));
    }

    std::unique_ptr<HaproxyEngine> makeEngine()
    {
        return std::make_unique<HaproxyEngine>(
            HaproxyEngine::Setup{gatewayId, haproxyProgram(), {{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}},
                path(u"master.sock"_s), path(u"engine.cfg"_s), path(u"engine.drained"_s), path(u"process.json"_s),
                path(u"process.out"_s), Address::fromTrusted(u"127.0.0.2")},
            m_clock);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(HaproxyTest)
#include "tst_haproxy.moc"
