#include "tests/agent/AgentLab.h"

#include "app/agent/audit/AuditLog.h"
#include "app/agent/process/BannerProbe.h"
#include "models/wire/AuditEntry.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/support/Prerequisite.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace ferry;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const PortRange lowPorts = PortRange::fromTrusted(5000, 5003);
const PortRange highPorts = PortRange::fromTrusted(6000, 6009);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject the(const QString &transaction)
{
    return toJson(TransactionRequest{transaction, {}});
}

} // namespace

/// One Apply after the other through the real agent, real proxy and real vsftpd.
class AgentApplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        m_lab = std::make_unique<AgentLab>(AgentLab::Manages::GatewayAndVsftpd);
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->status().services.value(0).running, 20'000);
        m_connection = m_lab->connectAs(Role::Administrator);
    }

    void cleanupTestCase() { m_lab.reset(); }

    void anApplyIsPreparedCommittedAndConfirmed()
    {
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        const qint64 oldPid = m_lab->status().services[0].pid;
        const PrepareRequest request = m_lab->prepareRequest(u"one"_s, {}, lowPorts);

        const RpcReply prepared = m_connection->ask(u"apply.prepare", toJson(request));
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().error.text()));
        const auto prepareReply = fromJson<PrepareReply>(*prepared);
        QCOMPARE(prepareReply->generation, generationOf(request.config));
        QCOMPARE(prepareReply->changes.size(), 2);
        QCOMPARE(prepareReply->restarts.size(), 1);
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);

        const RpcReply committed = m_connection->ask(u"apply.commit", the(u"one"_s));
        QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().error.text()));
        const auto commitReply = fromJson<CommitReply>(*committed);
        QCOMPARE(commitReply->restarts.size(), 1);
        QVERIFY(commitReply->restarts[0].succeeded);
        QVERIFY(commitReply->restarts[0].banner.startsWith(u"220"_s));
        QVERIFY(commitReply->restarts[0].newPid != oldPid);
        QVERIFY(commitReply->confirmWithin > std::chrono::seconds(50));
        QVERIFY(contentOf(m_lab->path(u"vsftpd.conf"_s))
                .contains("#pasv_min_port=40000\npasv_min_port=5000\npasv_max_port=5003\n"));
        QCOMPARE(m_lab->status().transaction, TransactionState::Committed);

        QVERIFY(m_connection->ask(u"apply.confirm", the(u"one"_s)).has_value());
        const NodeStatus status = m_lab->status();
        QCOMPARE(status.generation, prepareReply->generation);
        QCOMPARE(status.transaction, TransactionState::None);
        QCOMPARE(status.gateways[0].generation, prepareReply->generation);
        QCOMPARE(status.last->who, u"ada-administrator"_s);
        QVERIFY(status.drift.isEmpty());
        m_generation = status.generation;
        // The gateway answers with the server behind it.
        const auto banner =
            agent::readBanner({Address::fromTrusted(u"127.0.0.2"), request.config.gateways[0].rules[0].listenPort},
                std::chrono::seconds(10));
        QVERIFY2(banner.has_value(), banner ? "" : qPrintable(banner.error().text()));
    }

    void aSecondConsoleWithAnOldPlanGetsAConflict()
    {
        const RpcReply reply =
            m_connection->ask(u"apply.prepare", toJson(m_lab->prepareRequest(u"late"_s, {}, highPorts)));
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Conflict);
        QVERIFY(reply.error().record.has_value());
        QCOMPARE(reply.error().record->transaction, u"one"_s);
        QCOMPARE(reply.error().record->what, QStringList{u"Passive range 5000-5003"_s});
    }

    void anOpenApplyIsInTheWayOfAnother()
    {
        QVERIFY(m_connection->ask(u"apply.prepare", toJson(m_lab->prepareRequest(u"open"_s, m_generation, highPorts))));
        const RpcReply reply =
            m_connection->ask(u"apply.prepare", toJson(m_lab->prepareRequest(u"other"_s, m_generation, highPorts)));
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Conflict);
        QCOMPARE(reply.error().record->transaction, u"open"_s);
        QVERIFY(m_connection->ask(u"apply.rollback", the(u"open"_s)));
        QCOMPARE(m_lab->status().transaction, TransactionState::None);
    }

    void aRollBackBringsEveryByteBack()
    {
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        QVERIFY(m_connection->ask(u"apply.prepare", toJson(m_lab->prepareRequest(u"two"_s, m_generation, highPorts))));
        QVERIFY(m_connection->ask(u"apply.commit", the(u"two"_s)));
        QVERIFY(contentOf(m_lab->path(u"vsftpd.conf"_s)) != before);
        QVERIFY(m_connection->ask(u"apply.rollback", the(u"two"_s)));
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);
        const NodeStatus status = m_lab->status();
        QCOMPARE(status.generation, m_generation);
        QCOMPARE(status.gateways[0].generation, m_generation);
        QVERIFY(status.services[0].running);
    }

    void anUnconfirmedApplyGoesBackByItself()
    {
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        PrepareRequest request = m_lab->prepareRequest(u"three"_s, m_generation, highPorts);
        request.confirmWithin = std::chrono::seconds(1);
        QVERIFY(m_connection->ask(u"apply.prepare", toJson(request)));
        QVERIFY(m_connection->ask(u"apply.commit", the(u"three"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->status().transaction, TransactionState::None, 20'000);
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);
        QCOMPARE(m_lab->status().generation, m_generation);
        const RpcReply late = m_connection->ask(u"apply.confirm", the(u"three"_s));
        QVERIFY(!late);
        QCOMPARE(late.error().error.code, ErrorCode::NotFound);
    }

    void foreignPathsAreRefused()
    {
        PrepareRequest request = m_lab->prepareRequest(u"path"_s, m_generation, highPorts);
        request.config.services[0].configPath = u"/etc/passwd"_s;
        const RpcReply reply = m_connection->ask(u"apply.prepare", toJson(request));
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Denied);
        QCOMPARE(m_lab->status().transaction, TransactionState::None);
    }

    void whatVsftpdCannotRunIsRefusedAndChangesNothing()
    {
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        // TLS without a certificate: the trial start says so.
        PrepareRequest request = m_lab->prepareRequest(u"tls"_s, m_generation, highPorts);
        request.config.services[0].sites[0].tls = TlsMode::Explicit;
        const RpcReply reply = m_connection->ask(u"apply.prepare", toJson(request));
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Refused);
        QVERIFY2(reply.error().error.why.contains(u"500 OOPS"_s), qPrintable(reply.error().error.why));
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);
        QCOMPARE(m_lab->status().transaction, TransactionState::None);
        QCOMPARE(QDir(m_lab->path(u"."_s)).entryList({u".vsftpd*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void aServerThatDoesNotComeUpIsReplacedByTheLastGoodOne()
    {
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        PrepareRequest request = m_lab->prepareRequest(u"bind"_s, m_generation, highPorts);
        request.config.services[0].sites[0].port = test::freePort(u"127.0.0.3"_s);
        QVERIFY(m_connection->ask(u"apply.prepare", toJson(request)));
        // The check was right a moment ago; meanwhile somebody took the port.
        QTcpServer occupant;
        QVERIFY(occupant.listen(QHostAddress(u"127.0.0.3"_s), request.config.services[0].sites[0].port));
        const RpcReply reply = m_connection->ask(u"apply.commit", the(u"bind"_s));
        QVERIFY(!reply);
        QVERIFY2(reply.error().error.why.contains(u"bind"_s), qPrintable(reply.error().error.text()));
        QVERIFY(reply.error().error.what.contains(u"last good"_s));
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);
        const NodeStatus status = m_lab->status();
        QVERIFY(status.services[0].running);
        QCOMPARE(status.generation, m_generation);
        QCOMPARE(status.transaction, TransactionState::None);
        const auto banner =
            agent::readBanner({Address::fromTrusted(u"127.0.0.3"), m_lab->vsftpdPort()}, std::chrono::seconds(10));
        QVERIFY(banner.has_value());
    }

    void onAFullDiskTheOldStateStaysAndTheReasonIsShown_data()
    {
        QTest::addColumn<bool>("duringCommit");
        QTest::newRow("while preparing") << false;
        QTest::newRow("while committing") << true;
    }

    void onAFullDiskTheOldStateStaysAndTheReasonIsShown()
    {
        QFETCH(bool, duringCommit);
        const QByteArray before = contentOf(m_lab->path(u"vsftpd.conf"_s));
        const QString transaction = u"full-%1"_s.arg(duringCommit);
        const PrepareRequest request = m_lab->prepareRequest(transaction, m_generation, highPorts);
        if (duringCommit)
            QVERIFY(m_connection->ask(u"apply.prepare", toJson(request)));
        // No file of the agent can grow beyond this: what it writes fails as on a full disk.
        setFileSizeLimit(16);
        const RpcReply reply = duringCommit ? m_connection->ask(u"apply.commit", the(transaction))
                                            : m_connection->ask(u"apply.prepare", toJson(request));
        QCOMPARE(m_lab->status().generation, m_generation);
        setFileSizeLimit(RLIM_INFINITY);
        QVERIFY(!reply);
        QCOMPARE(reply.error().error.code, ErrorCode::Io);
        QVERIFY(!reply.error().error.why.isEmpty());
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), before);
        if (duringCommit)
            QVERIFY(m_connection->ask(u"apply.rollback", the(transaction)));
        QCOMPARE(m_lab->status().transaction, TransactionState::None);
        QVERIFY(m_lab->status().services[0].running);
        QVERIFY(m_lab->status().drift.isEmpty());
    }

    void aServiceRestartIsToldTruthfully()
    {
        QTcpSocket session;
        session.connectToHost(u"127.0.0.3"_s, m_lab->vsftpdPort());
        QVERIFY(session.waitForReadyRead(10'000));
        const RpcReply reply =
            m_lab->connectAs(Role::Operator)
                ->ask(u"service.restart", toJson(RestartRequest{ServiceId::fromTrusted(u"files-1"_s)}));
        QVERIFY(reply.has_value());
        const auto report = fromJson<RestartReport>(*reply);
        QVERIFY2(report->succeeded, qPrintable(report->reason));
        QVERIFY(report->oldPid != report->newPid);
        QCOMPARE(report->port, m_lab->vsftpdPort());
        QCOMPARE(report->sessionsCut, 1);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), QAbstractSocket::UnconnectedState, 10'000);
    }

    void aBrokenFileDoesNotCostTheRunningServer()
    {
        const QString path = m_lab->path(u"vsftpd.conf"_s);
        const QByteArray good = contentOf(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("nonsense=YES\n");
        file.close();
        QCOMPARE(m_lab->status().drift.size(), 1);
        QVERIFY(m_lab->status().drift[0].after.endsWith(u"nonsense=YES\n"_s));
        const RpcReply reply =
            m_connection->ask(u"service.restart", toJson(RestartRequest{ServiceId::fromTrusted(u"files-1"_s)}));
        const auto report = fromJson<RestartReport>(*reply);
        QVERIFY(!report->succeeded);
        QVERIFY(report->lastGoodRestored);
        QVERIFY2(report->reason.contains(u"nonsense"_s), qPrintable(report->reason));
        QVERIFY(m_lab->status().services[0].running);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(good);
        file.close();
        QVERIFY(m_lab->status().drift.isEmpty());
    }

    void aServerThatWasKilledComesBack()
    {
        const qint64 pid = m_lab->status().services[0].pid;
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->status().services[0].running && m_lab->status().services[0].pid != pid, 20'000);
    }

    void theProxyComesBackWithItsRules()
    {
        const qint64 pid = m_lab->status().gateways[0].pid;
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->status().gateways[0].pid != pid && m_lab->status().gateways[0].generation == m_generation, 20'000);
    }

    void observationNamesFileAndSettings()
    {
        const RpcReply reply = m_connection->ask(u"config.observe");
        const auto observation = fromJson<Observation>(*reply);
        QVERIFY(observation.has_value());
        QCOMPARE(observation->generation, m_generation);
        QCOMPARE(generationOf(observation->config), m_generation);
        QCOMPARE(observation->found.size(), 1);
        QCOMPARE(observation->found[0].passivePorts, lowPorts);
        QCOMPARE(observation->native.size(), 2);
    }

    void theLogIsTailedAndFollowed()
    {
        QSignalSpy notes(&m_connection->peer(), &RpcPeer::notificationReceived);
        QVERIFY(m_connection->ask(u"log.subscribe", toJson(TailRequest{5})));
        const quint16 port = m_lab->config(lowPorts).gateways[0].rules[0].listenPort;
        (void)agent::readBanner({Address::fromTrusted(u"127.0.0.2"), port}, std::chrono::seconds(10));
        const auto hasEntry = [&] {
            return std::any_of(notes.cbegin(), notes.cend(),
                [](const QList<QVariant> &note) { return note[0].toString() == notification::logEntry; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasEntry(), 10'000);
        QVERIFY(m_connection->ask(u"sessions.list").has_value());
        const auto tail = fromJson<QList<LogEntry>>(*m_connection->ask(u"log.tail", toJson(TailRequest{100})));
        QVERIFY(tail.has_value() && !tail->isEmpty());
    }

    void theAuditLogHoldsTogetherAndTellsTheStory()
    {
        const QByteArray log = m_lab->auditLog();
        QVERIFY(agent::verifyAuditLog(log).has_value());
        for (const char *event :
            {"apply prepared", "apply committed", "apply confirmed", "apply rolled back", "service restarted"})
            QVERIFY2(log.contains(event), event);
        const auto entries = fromJson<QList<AuditEntry>>(*m_connection->ask(u"audit.tail", toJson(TailRequest{3})));
        QCOMPARE(entries->size(), 3);
        QByteArray forged = log;
        forged.replace("ada-administrator", "eve-administrator");
        QVERIFY(!agent::verifyAuditLog(forged));
    }

private:
    void setFileSizeLimit(rlim_t bytes) const
    {
        const rlimit limit{bytes, RLIM_INFINITY};
        QCOMPARE(::prlimit(static_cast<pid_t>(m_lab->agentPid()), RLIMIT_FSIZE, &limit, nullptr), 0);
    }

    std::unique_ptr<AgentLab> m_lab;
    std::unique_ptr<AgentConnection> m_connection;
    QString m_generation;
};

QTEST_GUILESS_MAIN(AgentApplyTest)
#include "tst_agent_apply.moc"
