#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "app/agent/files/Durable.h"
#include "app/agent/process/Process.h"
#include "tests/agent/AgentLab.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString proxyProgram = QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy");

/// A server that greets, and agrees to nothing.
class Greeter : public QTcpServer {
public:
    Greeter()
    {
        listen(QHostAddress(u"127.0.0.3"_s), 0);
        connect(this, &QTcpServer::newConnection, this, [this] { nextPendingConnection()->write("220 ready\r\n"); });
    }
};

} // namespace

/// The gateway's program is replaced under the agent's eyes.
class AgentUpgradeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_setup = {gatewayId, m_folder->filePath(u"ferrygate-proxy"_s), m_folder->filePath(u"s"_s),
            m_folder->filePath(u"e.json"_s), {}, m_folder->filePath(u"p.json"_s), m_folder->filePath(u"out"_s), {}, {},
            {}, {}};
        QVERIFY(install(proxyProgram));
        m_rule.id = RuleId::fromTrusted(u"r1"_s);
        m_rule.name = u"R1"_s;
        m_rule.listenAddress = Address::fromTrusted(u"127.0.0.2");
        m_rule.listenPort = freePort(u"127.0.0.2"_s);
        m_rule.serverAddress = Address::fromTrusted(u"127.0.0.3");
        m_rule.serverPort = m_server.serverPort();
        m_rule.externalAddress = m_rule.listenAddress;
        m_rule.filterOn = true;
    }

    void aReplacedProgramIsReportedAndTakesOver()
    {
        BuiltinEngine engine(m_setup, m_clock);
        QVERIFY(publish(engine));
        QTcpSocket old;
        QVERIFY(connectTo(old));
        const GatewayStatus before = engine.observe();
        QCOMPARE(before.problem, QString());
        QCOMPARE(before.sessions, 1);

        QVERIFY(install(proxyProgram));
        const QString remark = engine.observe().problem;
        QVERIFY2(remark.contains(u"was replaced"), qPrintable(remark));
        const Result<UpgradeReply> upgraded = engine.upgrade();
        QVERIFY2(upgraded.has_value(), upgraded ? "" : qPrintable(upgraded.error().text()));
        QCOMPARE(upgraded->sessions, 1);
        const GatewayStatus after = engine.observe();
        QVERIFY(after.running && after.pid != before.pid);
        QCOMPARE(after.problem, QString());
        QCOMPARE(after.generation, before.generation);
        QCOMPARE(after.sessions, 1);

        // The session goes on in the old process, and is seen and ended as before.
        QTcpSocket later;
        QVERIFY(connectTo(later));
        QCOMPARE(engine.observe().sessions, 2);
        const QList<SessionInfo> sessions = engine.sessions().value();
        QCOMPARE(sessions.size(), 2);
        QVERIFY(sessions[0].id != sessions[1].id);
        for (const SessionInfo &session : sessions)
            QCOMPARE(engine.transcript(session.id).value().session, session.id);
        QCOMPARE(engine.transcript(77).error().code, ErrorCode::NotFound);
        QCOMPARE(engine.drain({}, false).value(), DrainReply{2});
        QVERIFY(isAlive(*identify(static_cast<pid_t>(before.pid))));
        QVERIFY(engine.endSession(1).has_value());
        QTRY_VERIFY(old.peek(100).contains("\r\n421 "));
        // Its end is not taken for a crash, and leaves nothing in the process table.
        QTRY_VERIFY((engine.supervise(), !QFile::exists(u"/proc/%1"_s.arg(before.pid))));
        QCOMPARE(engine.observe().pid, after.pid);
        QCOMPARE(engine.observe().sessions, 1);
        engine.stop();
        QVERIFY(!isServing());
    }

    void aProgramThatCannotTakeOverLeavesTheOldOneInPlace_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("another program") << u"/bin/false"_s;
        QTest::newRow("no program") << QStringLiteral(FERRYGATE_SOURCE_DIR "/README.md");
    }

    void aProgramThatCannotTakeOverLeavesTheOldOneInPlace()
    {
        QFETCH(QString, program);
        BuiltinEngine engine(m_setup, m_clock);
        QVERIFY(publish(engine));
        QTcpSocket open;
        QVERIFY(connectTo(open));
        const qint64 pid = engine.observe().pid;
        QVERIFY(install(program));
        const Result<UpgradeReply> upgraded = engine.upgrade();
        QVERIFY(!upgraded);
        QCOMPARE(engine.observe().pid, pid);
        QCOMPARE(engine.sessions().value().size(), 1);
        QVERIFY(isServing());
        engine.stop();
    }

    void theNewProcessIsSupervisedAsTheOldOneWas()
    {
        BuiltinEngine engine(m_setup, m_clock);
        QVERIFY(publish(engine));
        QVERIFY(engine.upgrade().has_value());
        const qint64 pid = engine.observe().pid;
        {
            // An agent that starts now finds it.
            BuiltinEngine successor(m_setup, m_clock);
            successor.supervise();
            QCOMPARE(successor.observe().pid, pid);
        }
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY(!engine.observe().running);
        engine.supervise();
        QVERIFY(engine.observe().pid != pid);
        QVERIFY(isServing());
        engine.stop();
    }

    void anAgentThatEndedInTheMiddleFindsTheOneThatServes()
    {
        BuiltinEngine first(m_setup, m_clock);
        QVERIFY(publish(first));
        QTcpSocket open;
        QVERIFY(connectTo(open));
        const qint64 before = first.observe().pid;
        // As if the agent had ended between starting the new process and writing that down.
        const Result<ProcessId> next =
            spawn({m_setup.program, {u"--control"_s, m_setup.controlSocket, u"--takeover"_s}, {}, m_setup.outputPath});
        QVERIFY(next.has_value());
        QTRY_VERIFY(QFile::exists(m_setup.controlSocket + u'.' + QString::number(before)));
        BuiltinEngine second(m_setup, m_clock);
        QTRY_COMPARE(second.observe().pid, next->pid);
        open.close();
        QTRY_VERIFY((second.supervise(), first.supervise(), !QFile::exists(u"/proc/%1"_s.arg(before))));
        QCOMPARE(second.observe().pid, next->pid);
        QCOMPARE(first.observe().pid, next->pid);
        QVERIFY(isServing());
        second.stop();
        QVERIFY(!isServing());
    }

    void anOperatorUpgradesAndTheAuditLogKeepsIt()
    {
        AgentLab lab(AgentLab::Manages::Gateway);
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const qint64 before = lab.status().gateways.first().pid;
        const auto connection = lab.connectAs(Role::Operator);
        const RpcReply other =
            connection->ask(u"gateway.upgrade", toJson(UpgradeRequest{GatewayId::fromTrusted(u"gw-9"_s)}));
        QCOMPARE(other.error().error.code, ErrorCode::NotFound);
        QVERIFY(!lab.auditLog().contains("gateway upgraded"));
        const RpcReply reply = connection->ask(u"gateway.upgrade", toJson(UpgradeRequest{gatewayId}));
        QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().error.text()));
        const qint64 after = lab.status().gateways.first().pid;
        QVERIFY(after != before);
        QVERIFY(lab.auditLog().contains("gateway upgraded"));
        QVERIFY(lab.auditLog().contains("ada-operator"));
        // The agent brings back what it has followed, and finds it after a crash of its own.
        lab.kill();
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        QCOMPARE(lab.status().gateways.first().pid, after);
        QCOMPARE(::kill(static_cast<pid_t>(after), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(lab.status().gateways.first().running, 15'000);
        QVERIFY(lab.status().gateways.first().pid != after);
    }

private:
    /// Puts a copy of `source` in the place of the gateway's program, as a package does: by a new file.
    [[nodiscard]] bool install(const QString &source) const
    {
        const QString fresh = m_setup.program + u".new"_s;
        QFile::remove(fresh);
        return QFile::copy(source, fresh)
            && QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
            && std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_setup.program).constData()) == 0;
    }

    [[nodiscard]] bool publish(BuiltinEngine &engine) const
    {
        const auto files = engine.prepare({gatewayId, Engine::Builtin, {}, {m_rule}}, u"aaaa"_s);
        return files && writeDurably(files->first().path, *files->first().bytes) && engine.commit();
    }

    [[nodiscard]] bool connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(u"127.0.0.2"_s, m_rule.listenPort);
        return QTest::qWaitFor([&] { return socket.peek(100) == QByteArray("220 ready\r\n"); });
    }

    [[nodiscard]] bool isServing() const
    {
        QTcpSocket socket;
        return connectTo(socket);
    }

    const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
    ManualClock m_clock;
    Greeter m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    BuiltinEngine::Setup m_setup;
    PublishedRule m_rule;
};

QTEST_GUILESS_MAIN(AgentUpgradeTest)
#include "tst_agent_upgrade.moc"
