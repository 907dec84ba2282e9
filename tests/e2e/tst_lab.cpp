#include "app/ctl/cli/Await.h"
#include "tests/e2e/support/LabFixture.h"
#include "tests/e2e/support/Programs.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <csignal>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestLab : public QObject {
    Q_OBJECT

    static NodeStatus statusOf(ctl::Workbench &bench, const QString &agent)
    {
        QObject context;
        backend::AgentChannel *channel = *bench.agents.channel(agent);
        return ctl::await<backend::AgentResult<NodeStatus>>([&](const auto &done) {
            channel->status(&context, done);
        }).value_or(NodeStatus());
    }

    /// Established TCP connections of this machine to `endpoint`, "127.0.0.2:7521" (proc(5), /proc/net/tcp).
    static int connectionsTo(const QString &endpoint)
    {
        const quint32 address = QHostAddress(endpoint.section(u':', 0, 0)).toIPv4Address();
        const QByteArray remote = QStringLiteral("%1:%2")
                                      .arg(qFromBigEndian(address), 8, 16, QChar(u'0'))
                                      .arg(endpoint.section(u':', 1).toInt(), 4, 16, QChar(u'0'))
                                      .toUpper()
                                      .toLatin1()
            + " 01 ";
        QFile file(u"/proc/net/tcp"_s);
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count(remote)) : -1;
    }

private Q_SLOTS:
    void twoLabsRunSideBySideAndEndCleanly()
    {
        const auto first = LabFixture::up();
        QVERIFY2(first, qPrintable(first ? QString() : first.error().text()));
        const auto second = LabFixture::up();
        QVERIFY2(second, qPrintable(second ? QString() : second.error().text()));
        QVERIFY((*first)->network().gateway != (*second)->network().gateway);

        const auto bench = (*first)->workbench();
        const NodeStatus gateway = statusOf(*bench, (*first)->network().gatewayAgent());
        QVERIFY(gateway.gateways.value(0).running);
        const NodeStatus server = statusOf(*bench, (*first)->network().serverAgent());
        QVERIFY(server.services.value(0).running);
        const auto proxy = ctl::ProcessRef::of(gateway.gateways.value(0).pid);
        const auto vsftpd = ctl::ProcessRef::of(server.services.value(0).pid);
        QVERIFY(proxy && vsftpd);

        QVERIFY((*first)->lab().down(true));
        for (const ctl::ProcessRef &process :
            {*proxy, *vsftpd, (*first)->state().gatewayAgent, (*first)->state().serverAgent})
            QVERIFY(!process.isAlive());
        QVERIFY(!QDir((*first)->paths().root).exists());
        QVERIFY(ctl::Lab::isUp((*second)->state()));
    }

    void upIsIdempotentAndMendsWhatIsMissing()
    {
        const auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        const ctl::LabState before = (*lab)->state();
        const auto again = (*lab)->lab().up([](const QString &) {});
        QVERIFY(again);
        QCOMPARE(again->gatewayAgent, before.gatewayAgent);
        QCOMPARE(again->serverAgent, before.serverAgent);

        ctl::endProcesses({before.gatewayAgent}, 10s);
        QVERIFY(!ctl::Lab::isUp(before));
        const auto mended = (*lab)->lab().up([](const QString &) {});
        QVERIFY2(mended, qPrintable(mended ? QString() : mended.error().text()));
        QVERIFY(ctl::Lab::isUp(*mended));
        QCOMPARE(mended->serverAgent, before.serverAgent);
        const auto bench = (*lab)->workbench();
        QTRY_VERIFY(statusOf(*bench, (*lab)->network().gatewayAgent()).gateways.value(0).running);
    }

    void theConsoleOpensOnItWithTheCommandOfDevRun()
    {
        const auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        QFile dev(QStringLiteral(FERRYGATE_SOURCE_DIR "/dev"));
        QVERIFY(
            dev.open(QIODevice::ReadOnly) && dev.readAll().contains("\"$bin/ferrygate\" --lab \"$build/debug/lab\""));

        const QString agent = (*lab)->network().gatewayAgent();
        QTRY_COMPARE(connectionsTo(agent), 0);
        QTemporaryDir home;
        QProcess console;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"HOME"_s, home.path());
        console.setProcessEnvironment(environment);
        console.start(programDirectory() + u"/ferrygate"_s, {u"--lab"_s, (*lab)->paths().root});
        QTRY_VERIFY_WITH_TIMEOUT(connectionsTo(agent) == 1 || console.state() == QProcess::NotRunning, 30'000);
        QVERIFY2(console.state() == QProcess::Running, console.readAllStandardError().constData());
        console.terminate();
        QVERIFY(console.waitForFinished());
    }

    void killedAgentsLeaveNothingBehindAfterDown()
    {
        const auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        QList<ctl::ProcessRef> servers;
        {
            const auto bench = (*lab)->workbench();
            servers.append(
                *ctl::ProcessRef::of(statusOf(*bench, (*lab)->network().gatewayAgent()).gateways.value(0).pid));
            servers.append(
                *ctl::ProcessRef::of(statusOf(*bench, (*lab)->network().serverAgent()).services.value(0).pid));
        }
        for (const ctl::ProcessRef &agent : {(*lab)->state().gatewayAgent, (*lab)->state().serverAgent})
            ::kill(static_cast<pid_t>(agent.pid), SIGKILL);
        QTRY_VERIFY(!(*lab)->state().gatewayAgent.isAlive() && !(*lab)->state().serverAgent.isAlive());
        QVERIFY((*lab)->lab().down(true));
        for (const ctl::ProcessRef &server : servers)
            QVERIFY(!server.isAlive());
    }

    void statusTellsTheTruth()
    {
        const auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        const auto status = [&] {
            QProcess ferryctl;
            ferryctl.start(programDirectory() + u"/ferryctl"_s,
                {u"lab"_s, u"status"_s, u"--json"_s, u"--dir"_s, (*lab)->paths().root});
            ferryctl.waitForFinished();
            return QJsonDocument::fromJson(ferryctl.readAllStandardOutput()).object();
        };
        const QJsonObject up = status();
        QVERIFY(up[u"up"_s].toBool());
        QVERIFY(up[u"nodes"_s][0][u"status"_s][u"gateways"_s][0][u"running"_s].toBool());
        ctl::endProcesses({(*lab)->state().serverAgent}, 10s);
        const QJsonObject half = status();
        QVERIFY(!half[u"up"_s].toBool(true));
        QVERIFY(half[u"nodes"_s][0][u"alive"_s].toBool());
        QVERIFY(!half[u"nodes"_s][1][u"alive"_s].toBool(true));
    }
};

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
