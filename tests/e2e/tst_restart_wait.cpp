#include "app/ctl/cli/Await.h"
#include "tests/e2e/support/LabFixture.h"
#include "tests/e2e/support/Programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;

/// "ferryctl restart" with what it is told, as a program of its own.
class Restart {
public:
    Restart(const LabFixture &lab, const QStringList &options)
    {
        m_process.start(programDirectory() + u"/ferryctl"_s,
            QStringList{u"restart"_s, u"--json"_s, u"--progress"_s, u"--identity"_s, lab.paths().identity()} + options
                + QStringList{lab.paths().ruleSet(), u"files-1"_s});
    }
    ~Restart() { m_process.waitForFinished(patience); }

    [[nodiscard]] bool isWaiting()
    {
        m_said += m_process.readAllStandardError();
        return m_said.contains("Waiting for ");
    }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QJsonObject result()
    {
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience))
            return {};
        return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
    }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// A restart that waits for the sessions of a real vsftpd, which come through a real gateway. Both are on one machine
/// and one port here, where a session counts twice.
class TestRestartWait : public QObject {
    Q_OBJECT

    std::unique_ptr<LabFixture> m_lab;

    /// The first reply of the gateway's listener.
    [[nodiscard]] QByteArray greetingOf(QTcpSocket &socket) const
    {
        socket.connectToHost(m_lab->network().gateway.toString(), m_lab->network().controlPort);
        while (!socket.canReadLine() && socket.waitForReadyRead(patience)) {}
        return socket.readLine();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
        const auto bench = m_lab->workbench();
        const backend::Plan plan = bench->plan(m_lab->ruleSet(), backend::Planner::Depth::Words);
        backend::ApplyOptions options;
        options.verify = false;
        options.confirmWhenVerified = true;
        if (plan.hasChanges())
            QCOMPARE(bench->apply(plan, options)->phase, ApplyPhase::Confirmed);
    }
    void cleanupTestCase() { m_lab.reset(); }

    void nobodyIsCutOffWhoEndsInTimeAndNewOnesComeAfterwards()
    {
        QTcpSocket session;
        QVERIFY(greetingOf(session).startsWith("220 "));
        Restart restart(*m_lab, {u"--wait"_s, u"60"_s});
        QTRY_VERIFY_WITH_TIMEOUT(restart.isWaiting(), patience);
        QTcpSocket late;
        QVERIFY(greetingOf(late).startsWith("421 "));
        session.write("QUIT\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), QAbstractSocket::UnconnectedState, patience);
        const QJsonObject report = restart.result();
        QCOMPARE(restart.exitCode(), 0);
        QCOMPARE(report[u"succeeded"], QJsonValue(true));
        QVERIFY(report[u"sessionsBefore"].toInt() > 0);
        QCOMPARE(report[u"sessionsCut"], QJsonValue(0));
        QTcpSocket next;
        QVERIFY(greetingOf(next).startsWith("220 "));
    }

    void whoStaysBehindTheDeadlineIsCutOffAndCounted()
    {
        QTcpSocket session;
        QVERIFY(greetingOf(session).startsWith("220 "));
        Restart restart(*m_lab, {u"--wait"_s, u"1"_s});
        const QJsonObject report = restart.result();
        QCOMPARE(report[u"succeeded"], QJsonValue(true));
        QVERIFY(report[u"sessionsCut"].toInt() > 0);
        QVERIFY(report[u"waitedMs"].toInt() >= 1000);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), QAbstractSocket::UnconnectedState, patience);
        QTcpSocket next;
        QVERIFY(greetingOf(next).startsWith("220 "));
    }

    void whoGivesUpWaitingLeavesEverythingAsItWas()
    {
        QTcpSocket session;
        QVERIFY(greetingOf(session).startsWith("220 "));
        Restart restart(*m_lab, {u"--wait"_s, u"60"_s});
        QTRY_VERIFY_WITH_TIMEOUT(restart.isWaiting(), patience);
        ::kill(static_cast<pid_t>(restart.pid()), SIGINT);
        const QJsonObject refused = restart.result();
        QCOMPARE(restart.exitCode(), 1);
        QVERIFY(!refused[u"error"][u"what"].toString().isEmpty());
        session.write("NOOP\r\n");
        QVERIFY(session.waitForReadyRead(patience));
        QVERIFY(session.readLine().startsWith("5")); // not logged in, and alive
        QTcpSocket next;
        QVERIFY(greetingOf(next).startsWith("220 "));
    }
};

QTEST_GUILESS_MAIN(TestRestartWait)
#include "tst_restart_wait.moc"
