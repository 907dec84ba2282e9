#include "tests/agent/AgentLab.h"

#include "app/agent/audit/AuditLog.h"
#include "app/agent/faults/CrashPoint.h"
#include "app/agent/process/Process.h"
#include "tests/support/Prerequisite.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

using namespace ferry;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

enum class Expect { Old, New, Either };

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject the(const QString &transaction)
{
    return toJson(TransactionRequest{transaction, {}});
}

// What ARCHITECTURE.md promises for each point. Before the journal says "committed" a crash ends with the old
// generation; from there on with the new one, and without a confirmation with the old one again at the deadline.
Expect expectedAfter(const QString &point)
{
    if (point.startsWith(u"prepare"_s) || point.startsWith(u"rollback"_s))
        return Expect::Old;
    if (point.startsWith(u"confirm"_s) || point == u"commit-done")
        return Expect::New;
    return point.startsWith(u"commit"_s) ? Expect::Old : Expect::Either;
}

} // namespace

/// The agent is killed at every point between prepare and confirm; afterwards node and journal agree on one generation.
class AgentCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!agent::hasCrashPoints)
            QSKIP("This build has no crash points.");
        FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        const QString name = qEnvironmentVariable("FERRYGATE_CRASH_ENGINE");
        const Engine engine = name == u"haproxy" ? Engine::Haproxy
            : name == u"proftpd"                 ? Engine::Proftpd
                                                 : Engine::Builtin;
        FERRY_NEEDS(
            engine != Engine::Haproxy || !haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(
            engine != Engine::Proftpd || !proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        m_lab = std::make_unique<AgentLab>(AgentLab::Manages::GatewayAndVsftpd, QString(), QList<Engine>{engine});
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->status().services.value(0).running, 30'000);
        QVERIFY(apply(u"base"_s, u"apply.confirm"));
        m_generation = m_lab->status().generation;
        QVERIFY(!m_generation.isEmpty());
    }

    void cleanupTestCase() { m_lab.reset(); }

    void theNodeRunsOneGenerationAfterACrash_data()
    {
        QTest::addColumn<QString>("crashAt");
        for (const QStringView name : agent::crashPointNames) {
            // Points that one Apply passes many times are killed at each pass.
            if (name == u"file-renamed" || name == u"file-placed" || name == u"process-spawned")
                continue;
            QTest::newRow(qPrintable(name.toString())) << name.toString();
        }
        for (int pass = 1; pass <= 12; ++pass)
            QTest::addRow("file-renamed:%d", pass) << u"file-renamed:%1"_s.arg(pass);
        for (int pass = 1; pass <= 2; ++pass) {
            QTest::addRow("file-placed:%d", pass) << u"file-placed:%1"_s.arg(pass);
            QTest::addRow("process-spawned:%d", pass) << u"process-spawned:%1"_s.arg(pass);
        }
    }

    void theNodeRunsOneGenerationAfterACrash()
    {
        QFETCH(QString, crashAt);
        const QString transaction = nextTransaction();
        const QByteArray oldFile = contentOf(m_lab->path(u"vsftpd.conf"_s));
        m_lab->kill();
        const bool isDone = m_lab->start(crashAt)
            && apply(transaction, crashAt.startsWith(u"rollback"_s) ? u"apply.rollback" : u"apply.confirm");
        if (isDone && crashAt.contains(u':')) {
            // An Apply has fewer passes than this one asks for.
            m_generation = m_lab->status().generation;
            return;
        }
        QVERIFY2(!isDone || crashAt == u"confirm-cleaned" || crashAt == u"rollback-done", "the point was not passed");
        QVERIFY(m_lab->waitForCrash());

        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        NodeStatus status = m_lab->status();
        const QString newGeneration = generationOf(m_wanted);
        const bool isNew = status.generation == newGeneration;
        const Expect expected = expectedAfter(crashAt.section(u':', 0, 0));
        QVERIFY2(isNew || status.generation == m_generation, qPrintable(status.generation));
        QVERIFY2(expected == Expect::Either || isNew == (expected == Expect::New), qPrintable(status.generation));
        QCOMPARE(status.gateways[0].generation, status.generation);
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->status().services[0].running, 20'000);
        const QByteArray file = contentOf(m_lab->path(u"vsftpd.conf"_s));
        QCOMPARE(file != oldFile, isNew);
        QVERIFY(m_lab->status().drift.isEmpty());

        if (status.transaction == TransactionState::Committed) {
            QVERIFY(isNew);
            QVERIFY(m_lab->connectAs(Role::Administrator)->ask(u"apply.confirm", the(transaction)));
            status = m_lab->status();
        }
        QCOMPARE(status.transaction, TransactionState::None);
        m_generation = status.generation;
        QCOMPARE(leftovers(), QStringList());
        QVERIFY(agent::verifyAuditLog(m_lab->auditLog()).has_value());
    }

    void anUnconfirmedApplyGoesBackThoughTheAgentWasKilled()
    {
        const QByteArray oldFile = contentOf(m_lab->path(u"vsftpd.conf"_s));
        m_lab->kill();
        QVERIFY(m_lab->start(u"commit-done"_s));
        (void)apply(nextTransaction(), {}, std::chrono::seconds(4));
        const QDeadlineTimer deadline(std::chrono::seconds(4));
        QVERIFY(m_lab->waitForCrash());
        // Within the deadline the new one goes on; then it goes back without anybody asking.
        QVERIFY(m_lab->start());
        if (!deadline.hasExpired())
            QVERIFY(contentOf(m_lab->path(u"vsftpd.conf"_s)) != oldFile || deadline.hasExpired());
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(m_lab->path(u"vsftpd.conf"_s)), oldFile, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->status().transaction, TransactionState::None, 20'000);
        QCOMPARE(m_lab->status().generation, m_generation);
    }

    void anUnconfirmedApplyGoesBackWhenTheAgentComesBackTooLate()
    {
        const QByteArray oldFile = contentOf(m_lab->path(u"vsftpd.conf"_s));
        m_lab->kill();
        QVERIFY(m_lab->start(u"commit-done"_s));
        (void)apply(nextTransaction(), {}, std::chrono::seconds(1));
        const QDeadlineTimer deadline(std::chrono::seconds(2));
        QVERIFY(m_lab->waitForCrash());
        QTRY_VERIFY(deadline.hasExpired());
        QVERIFY(m_lab->start());
        QCOMPARE(contentOf(m_lab->path(u"vsftpd.conf"_s)), oldFile);
        QCOMPARE(m_lab->status().generation, m_generation);
        QCOMPARE(m_lab->status().gateways[0].generation, m_generation);
    }

private:
    QString nextTransaction() { return u"t%1"_s.arg(++m_number); }

    /// Prepare, commit and `last`; false as soon as one fails.
    bool apply(
        const QString &transaction, QStringView last, std::chrono::seconds confirmWithin = std::chrono::seconds(60))
    {
        const auto low = static_cast<quint16>(5000 + 10 * (++m_applies % 100));
        PrepareRequest request = m_lab->prepareRequest(transaction, m_generation, PortRange::fromTrusted(low, low + 3));
        request.confirmWithin = confirmWithin;
        m_wanted = request.config;
        const std::unique_ptr<AgentConnection> connection = m_lab->connectAs(Role::Administrator);
        return connection->isOpen() && connection->ask(u"apply.prepare", toJson(request))
            && connection->ask(u"apply.commit", the(transaction))
            && (last.isEmpty() || connection->ask(last, the(transaction)));
    }

    /// Files beside the native ones, and processes of a trial.
    QStringList leftovers() const
    {
        QStringList found = QDir(m_lab->path(u"."_s)).entryList({u".*ferrygate-*"_s}, QDir::Files | QDir::Hidden);
        found << QDir(m_lab->path(u"state/engines"_s)).entryList({u".*ferrygate-*"_s}, QDir::Files | QDir::Hidden);
        for (const agent::ProcessId &process :
            agent::findRunningWith(m_lab->path(u"state/trials/files-1/vsftpd-trial.conf"_s)))
            found << QString::number(process.pid);
        return found;
    }

    std::unique_ptr<AgentLab> m_lab;
    QString m_generation;
    NodeConfig m_wanted;
    int m_number = 0;
    int m_applies = 0;
};

QTEST_GUILESS_MAIN(AgentCrashTest)
#include "tst_agent_crash.moc"
