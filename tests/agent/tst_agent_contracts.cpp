#include "app/agent/control/child/ChildControl.h"
#include "app/agent/control/fake/FakeControl.h"
#include "app/agent/control/systemd/SystemdControl.h"
#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "app/agent/engines/fake/FakeEngine.h"
#include "app/agent/engines/haproxy/HaproxyEngine.h"
#include "app/agent/engines/proftpd/ProftpdEngine.h"
#include "app/agent/files/Durable.h"
#include "app/agent/process/Sockets.h"
#include "app/agent/services/Restart.h"
#include "app/agent/services/fake/FakeServiceDriver.h"
#include "app/agent/services/proftpd/ProftpdDriver.h"
#include "app/agent/services/pure_ftpd/PureFtpdDriver.h"
#include "app/agent/services/vsftpd/VsftpdDriver.h"
#include "tests/agent/AgentLab.h"
#include "tests/agent/EngineContract.h"
#include "tests/agent/FakeSystemd.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

} // namespace

/// What every driver promises, asked of the fake that ships with its interface and of each real one.
class AgentContractsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void gatewayEngines_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"fake"_s, u"builtin"_s, u"haproxy"_s, u"proftpd"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void gatewayEngines()
    {
        QFETCH(QString, kind);
        FERRY_NEEDS(kind != u"haproxy" || !haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(kind != u"proftpd" || !proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const std::unique_ptr<GatewayEngine> engine = makeEngine(kind);
        GatewayConfig config{gatewayId, Engine::Builtin, {}, {}};
        PublishedRule rule;
        rule.id = RuleId::fromTrusted(u"r1"_s);
        rule.name = u"R1"_s;
        rule.listenAddress = Address::fromTrusted(u"127.0.0.2");
        rule.listenPort = test::freePort(u"127.0.0.2"_s);
        rule.serverAddress = Address::fromTrusted(u"127.0.0.3");
        rule.serverPort = 2121;
        rule.externalAddress = rule.listenAddress;
        rule.filterOn = kind == u"proftpd"; // which has nothing else
        rule.dataPorts = {PortRange::fromTrusted(49152, 65535)};
        config.rules = {rule};

        holdsEngineContract(*engine, config);
    }

    void aProxyThatEndedComesBackWithItsRules_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("builtin") << u"builtin"_s;
        QTest::newRow("haproxy") << u"haproxy"_s;
        QTest::newRow("proftpd") << u"proftpd"_s;
    }

    void aProxyThatEndedComesBackWithItsRules()
    {
        QFETCH(QString, kind);
        FERRY_NEEDS(kind != u"haproxy" || !haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(kind != u"proftpd" || !proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const std::unique_ptr<GatewayEngine> engine = makeEngine(kind);
        QVERIFY(put(engine->prepare({gatewayId, Engine::Builtin, {}, {}}, u"aaaa"_s).value()));
        QVERIFY(engine->commit().has_value());
        const qint64 pid = engine->observe().pid;
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY(!engine->observe().running);
        engine->supervise();
        QTRY_COMPARE(engine->observe().generation, u"aaaa"_s);
        QVERIFY(engine->observe().pid != pid);
        // And another agent finds the one that runs, also where the record of the process was lost.
        QVERIFY(QFile::remove(path(u"process.json"_s)));
        const std::unique_ptr<GatewayEngine> successor = makeEngine(kind);
        successor->supervise();
        QCOMPARE(successor->observe().pid, engine->observe().pid);
        successor->stop();
    }

    void aProxyThatIsNotThereIsToldInWords()
    {
        BuiltinEngine engine({gatewayId, path(u"no-such-program"_s), path(u"sock"_s), path(u"e.json"_s), {},
                                 path(u"r.json"_s), path(u"out"_s), {}, {}, {}, {}},
            m_clock);
        const Result<> committed = engine.commit();
        QVERIFY(!committed);
        QVERIFY(committed.error().what.contains(u"no-such-program"_s));
    }

    void certificatesAreRenderedByTheirFilesAndRefusedByAnUnknownName()
    {
        const std::unique_ptr<GatewayEngine> engine = makeEngine(u"builtin"_s);
        GatewayConfig config;
        config.id = gatewayId;
        config.certificate = u"public"_s;
        config.rules.append(PublishedRule());
        config.rules[0].filterOn = true;
        config.rules[0].filter.authTls = AuthTls::Terminate;
        const auto files = engine->prepare(config, u"aaaa"_s);
        QVERIFY(files);
        const QJsonObject json = QJsonDocument::fromJson(*files->first().bytes).object();
        QCOMPARE(json[u"certificate"], (QJsonObject{{u"chain"_s, u"/c/chain.pem"_s}, {u"key"_s, u"/c/key.pem"_s}}));
        const QJsonValue server = json[u"rules"][0][u"server"];
        QCOMPARE(server[u"authority"].toString(), u"/c/servers.pem"_s);
        QCOMPARE(server[u"pins"].toArray(), QJsonArray{pin});
        for (const QString &name : {QString(), u"other"_s}) {
            config.certificate = name;
            const auto refused = engine->prepare(config, u"aaaa"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NotFound);
        }
        // Nobody needs it where no rule ends TLS.
        config.rules[0].filter.authTls = AuthTls::Pass;
        QVERIFY(engine->prepare(config, u"aaaa"_s));
    }

    void serviceDrivers_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"fake"_s, u"vsftpd"_s, u"proftpd"_s, u"pure-ftpd.conf"_s, u"pure-ftpd folder"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void serviceDrivers()
    {
        QFETCH(QString, kind);
        QString file = path(u"service.conf"_s);
        std::unique_ptr<FtpServiceDriver> driver;
        if (kind == u"vsftpd") {
            FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
            QVERIFY(writeDurably(file, vsftpdConf(m_folder->path(), test::freePort(u"127.0.0.3"_s))));
            driver = std::make_unique<VsftpdDriver>(serviceId,
                VsftpdTrial{{vsftpdProgram(), {file}, {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}, {}}, file,
                    path(u"trial"_s)});
        } else if (kind == u"proftpd") {
            FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
            QVERIFY(writeDurably(file, "ServerName a\nPort 2121\nDefaultServer on\n"));
            driver = std::make_unique<ProftpdDriver>(serviceId, file,
                ProftpdChecker{{proftpdProgram(), {u"-c"_s, file}, {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}, {}},
                    path(u"trial"_s)});
        } else if (kind.startsWith(u"pure-ftpd"_s)) {
            FERRY_NEEDS(!pureFtpdProgram().isEmpty() && geteuid() == 0, "Pure-FTPd is not unpacked, or not for root.");
            if (kind == u"pure-ftpd.conf") {
                QVERIFY(writeDurably(file, "NoAnonymous no\n"));
            } else {
                file = path(u"conf"_s);
                QVERIFY(QDir().mkdir(file) && writeDurably(file + u"/NoAnonymous"_s, "no\n"));
            }
            driver = std::make_unique<PureFtpdDriver>(serviceId, file,
                Command{pureFtpdProgram(), {}, {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}, {}}, path(u"trial"_s));
        } else {
            QVERIFY(writeDurably(file, "1000-1001\n"));
            driver = std::make_unique<FakeServiceDriver>(serviceId, file);
        }
        const QList<NativeFile> before = driver->nativeFiles().value();
        ServiceConfig wanted;
        wanted.id = serviceId;
        wanted.configPath = file;
        // Nothing wanted, nothing changed.
        QCOMPARE(driver->prepare(wanted).value(), before);
        wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
        const auto prepared = driver->prepare(wanted);
        QVERIFY(prepared.has_value());
        QVERIFY(*prepared != before);
        const Result<> checked = driver->check(*prepared);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
        QCOMPARE(driver->nativeFiles().value(), before);
        QVERIFY(put(*prepared));
        QCOMPARE(driver->observe()->passivePorts, wanted.passivePorts);
        QCOMPARE(driver->observe()->id, serviceId);
        QCOMPARE(driver->prepare(wanted).value(), *prepared);
        QVERIFY(!driver->endpoints(*prepared).isEmpty());
    }

    void serviceControls_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"fake"_s, u"child"_s, u"systemd"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void serviceControls()
    {
        QFETCH(QString, kind);
        FakeSystemd systemd;
        std::unique_ptr<ServiceControl> control;
        if (kind == u"fake") {
            control = std::make_unique<FakeControl>();
        } else if (kind == u"child") {
            control = std::make_unique<ChildControl>(sleeper(), path(u"child.json"_s), m_clock);
        } else {
            FERRY_NEEDS(systemd.isRunning(), "There is no dbus-daemon here.");
            control = std::make_unique<SystemdControl>(u"vsftpd.service"_s, systemd.address());
        }
        const Result<> restarted = control->restart(10s);
        QVERIFY2(restarted.has_value(), restarted ? "" : qPrintable(restarted.error().text()));
        const ProcessState first = control->state();
        QVERIFY(first.running && first.pid != 0 && first.since.isValid());
        QVERIFY(control->restart(10s));
        QVERIFY(control->state().running);
        QVERIFY(control->state().pid != first.pid);
        QVERIFY(control->stop(10s));
        const ProcessState stopped = control->state();
        QVERIFY(!stopped.running && stopped.pid == 0 && !stopped.problem.isEmpty());
    }

    void systemdIsUnderstoodInWords_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("words");
        QTest::newRow("start limit") << u"limit"_s << u"too often"_s;
        QTest::newRow("exit code") << u"exit"_s << u"exit code 2"_s;
        QTest::newRow("a job that hangs") << u"hang"_s << u"did not finish"_s;
        QTest::newRow("access denied") << u"deny"_s << u"polkit"_s;
        QTest::newRow("unknown unit") << u"unit"_s << u"no such unit"_s;
    }

    void systemdIsUnderstoodInWords()
    {
        QFETCH(QString, trouble);
        QFETCH(QString, words);
        FakeSystemd systemd;
        FERRY_NEEDS(systemd.isRunning(), "There is no dbus-daemon here.");
        systemd.behaviour.startLimitHit = trouble == u"limit";
        systemd.behaviour.exitsAtOnce = trouble == u"exit";
        systemd.behaviour.jobHangs = trouble == u"hang";
        systemd.behaviour.deniesAccess = trouble == u"deny";
        SystemdControl control(trouble == u"unit" ? u"other.service"_s : u"vsftpd.service"_s, systemd.address());
        const Result<> restarted = control.restart(trouble == u"hang" ? 200ms : 10'000ms);
        QVERIFY(!restarted);
        QVERIFY2(restarted.error().text().contains(words), qPrintable(restarted.error().text()));
    }

    void jobsThatEndBeforeOrAfterTheReplyAreAwaited_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("before") << true;
        QTest::newRow("after") << false;
    }

    void jobsThatEndBeforeOrAfterTheReplyAreAwaited()
    {
        QFETCH(bool, before);
        FakeSystemd systemd;
        FERRY_NEEDS(systemd.isRunning(), "There is no dbus-daemon here.");
        systemd.behaviour.signalsBeforeReply = before;
        SystemdControl control(u"vsftpd.service"_s, systemd.address());
        QVERIFY(control.restart(10s).has_value());
        QVERIFY(control.restart(10s).has_value());
        QCOMPARE(int(systemd.behaviour.restarts), 2);
    }

    void noBusIsToldInWords()
    {
        SystemdControl control(u"vsftpd.service"_s, u"unix:path=/nonexistent/bus"_s);
        QVERIFY(!control.restart(1s));
        QVERIFY(!control.state().running);
        QVERIFY(!control.state().problem.isEmpty());
    }

    void aChildIsFoundAgainAfterACrash()
    {
        ChildControl first(sleeper(), path(u"child.json"_s), m_clock);
        QVERIFY(first.restart(5s).has_value());
        ChildControl second(sleeper(), path(u"child.json"_s), m_clock);
        QCOMPARE(second.state().pid, first.state().pid);
        // Also where the agent was killed before it could write the pid down.
        QVERIFY(QFile::remove(path(u"child.json"_s)));
        ChildControl third(sleeper(), path(u"child.json"_s), m_clock);
        QCOMPARE(third.state().pid, first.state().pid);
        QVERIFY(third.stop(5s).has_value());
        QVERIFY(!first.state().running);
    }

    void anotherProcessOfTheSamePidIsNotTakenForTheChild()
    {
        ChildControl first(sleeper(), path(u"child.json"_s), m_clock);
        QVERIFY(first.restart(5s).has_value());
        QByteArray record = readFile(path(u"child.json"_s)).value().value();
        record.replace("\"startTicks\": ", "\"startTicks\": 1");
        QVERIFY(writeDurably(path(u"child.json"_s), record));
        Command other = sleeper();
        other.arguments = {u"98765"_s};
        ChildControl second(other, path(u"child.json"_s), m_clock);
        QVERIFY(!second.state().running);
        QVERIFY(first.stop(5s).has_value());
    }

    void aChildThatEndsAgainAndAgainIsGivenUp()
    {
        Command command{u"/bin/false"_s, {}, {}, path(u"out"_s)};
        ChildControl control(command, path(u"child.json"_s), m_clock);
        for (int i = 0; i < SupervisedProcess::mostDeaths + 1; ++i) {
            control.supervise();
            QTRY_VERIFY(!control.state().running);
        }
        QVERIFY2(control.state().problem.contains(u"5 times"_s), qPrintable(control.state().problem));
        m_clock.advance(10min);
        control.supervise();
        QVERIFY(control.state().problem.contains(u"5 times"_s));
    }

    void aProgramThatDoesNotExistIsToldInWords()
    {
        ChildControl control({u"/nonexistent/vsftpd"_s, {}, {}, path(u"out"_s)}, path(u"child.json"_s), m_clock);
        const Result<> restarted = control.restart(1s);
        QVERIFY(!restarted);
        QVERIFY(restarted.error().what.contains(u"/nonexistent/vsftpd"_s));
    }

    void sitesOfOnePortAreCountedOnce()
    {
        const RestartWitness witness{{}, {}, [](quint16 port) { return port == 21 ? 3 : 1; }};
        const Address here = Address::fromTrusted(u"127.0.0.3");
        QCOMPARE(sessionsAt({{here, 21}, {Address::fromTrusted(u"127.0.0.4"), 21}, {here, 990}}, witness), 4);
    }

    void aRestartThatDoesNotAnswerIsNoSuccess_data()
    {
        QTest::addColumn<bool>("listens");
        QTest::addColumn<bool>("greets");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("all well") << true << true << true;
        QTest::newRow("no port") << false << true << false;
        QTest::newRow("no banner") << true << false << false;
    }

    void aRestartThatDoesNotAnswerIsNoSuccess()
    {
        QFETCH(bool, listens);
        QFETCH(bool, greets);
        QFETCH(bool, succeeds);
        FakeControl control;
        control.words = u"500 OOPS: bad"_s;
        const RestartWitness witness{[=](qint64, quint16) { return listens; },
            [=](const Endpoint &, std::chrono::milliseconds) -> Result<QString> {
                if (greets)
                    return u"220 Hello"_s;
                return failure(ErrorCode::Refused, {}, u"No banner."_s, u"It said 421."_s);
            },
            [](quint16) { return 2; }};
        const RestartReport report =
            restartService(serviceId, control, {{Address::fromTrusted(u"127.0.0.3"), 21}}, witness, 100ms);
        QCOMPARE(report.succeeded, succeeds);
        QCOMPARE(report.sessionsCut, 2);
        QCOMPARE(report.reason.isEmpty(), succeeds);
        QVERIFY(succeeds || report.reason.contains(u"500 OOPS"_s));
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    Command sleeper() const
    {
        return {u"/bin/sleep"_s, {u"12345.%1"_s.arg(QCoreApplication::applicationPid())}, {}, path(u"out"_s)};
    }

    std::unique_ptr<GatewayEngine> makeEngine(const QString &kind)
    {
        if (kind == u"fake")
            return std::make_unique<FakeEngine>(gatewayId, path(u"engine.json"_s));
        if (kind == u"haproxy") {
            return std::make_unique<HaproxyEngine>(
                HaproxyEngine::Setup{gatewayId, haproxyProgram(), {{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}},
                    path(u"master.sock"_s), path(u"engine.cfg"_s), path(u"engine.drained"_s), path(u"process.json"_s),
                    path(u"process.out"_s), {}},
                m_clock);
        }
        if (kind == u"proftpd") {
            return std::make_unique<ProftpdEngine>(
                ProftpdEngine::Setup{gatewayId, proftpdProgram(), {{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}},
                    path(u"engine.conf"_s), path(u"engine.drained"_s), path(u"engine"_s), path(u"process.json"_s),
                    path(u"process.out"_s), {}, {}, {}, {}},
                m_clock);
        }
        return std::make_unique<BuiltinEngine>(
            BuiltinEngine::Setup{gatewayId, QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
                path(u"proxy.sock"_s), path(u"engine.json"_s), {}, path(u"process.json"_s), path(u"process.out"_s), {},
                {{u"public"_s, u"/c/chain.pem"_s, u"/c/key.pem"_s}}, {pin}, u"/c/servers.pem"_s},
            m_clock);
    }

    const QString pin = QString(64, u'a');
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(AgentContractsTest)
#include "tst_agent_contracts.moc"
