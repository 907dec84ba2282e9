#include "app/agent/control/systemd/SystemdControl.h"
#include "models/wire/Apply.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/agent/AgentLab.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace ferry;
using namespace ferry::test;
using agent::SystemdControl;

namespace {

constexpr std::chrono::milliseconds patience = 30s;
const QString serverUnit = u"files-1.service"_s;

bool systemctl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"systemctl"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

/// Puts a unit where systemd reads those of the running system (systemd.unit(5)).
bool install(const QString &unit, const QByteArray &lines)
{
    QFile file(u"/run/systemd/system/"_s + unit);
    return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.flush()
        && systemctl({u"daemon-reload"_s});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Runs on a host whose process 1 is systemd (SystemdHost), as root, with nobody else on it.
class SystemdInside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRestartEndsWithANewProcessThatRuns()
    {
        QVERIFY(install(u"sleeper.service"_s, "[Service]\nExecStart=/bin/sleep infinity\n"));
        SystemdControl control(u"sleeper.service"_s, {});
        QVERIFY(!control.state().running);
        const Result<> restarted = control.restart(patience);
        QVERIFY2(restarted.has_value(), restarted ? "" : qPrintable(restarted.error().text()));
        const agent::ProcessState first = control.state();
        QVERIFY(first.running && first.pid > 1 && first.since.isValid());
        QVERIFY(control.restart(patience));
        QVERIFY(control.state().running);
        QVERIFY(control.state().pid != first.pid);
        QVERIFY(control.stop(patience));
        QVERIFY(!control.state().running);
        QVERIFY(control.state().problem.contains(u"inactive"_s));
    }

    void whatWentWrongIsToldInWords_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("words");
        QTest::newRow("exit code") << QByteArray("[Service]\nType=oneshot\nExecStart=/bin/false\n") << u"exit code 1"_s;
        QTest::newRow("before it") << QByteArray("[Service]\nExecStartPre=/bin/false\nExecStart=/bin/sleep infinity\n")
                                   << u"A command of its unit"_s;
        QTest::newRow("program missing") << QByteArray("[Service]\nType=exec\nExecStart=/nonexistent/ftpd\n")
                                         << u"exit code 203"_s;
        QTest::newRow("too slow") << QByteArray(
            "[Service]\nType=notify\nTimeoutStartSec=200ms\nExecStart=/bin/sleep infinity\n")
                                  << u"in the time that its unit gives it"_s;
        QTest::newRow("dependency") << QByteArray(
            "[Unit]\nRequires=trouble-needs.service\nAfter=trouble-needs.service\n"
            "[Service]\nExecStart=/bin/sleep infinity\n")
                                    << u"A unit that it needs"_s;
    }

    void whatWentWrongIsToldInWords()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, words);
        QVERIFY(install(u"trouble-needs.service"_s, "[Service]\nType=oneshot\nExecStart=/bin/false\n"));
        QVERIFY(install(u"trouble.service"_s, lines));
        const Result<> restarted = SystemdControl(u"trouble.service"_s, {}).restart(patience);
        QVERIFY(!restarted);
        QCOMPARE(restarted.error().code, ErrorCode::Refused);
        QVERIFY2(restarted.error().why.contains(words), qPrintable(restarted.error().why));
        (void)systemctl({u"reset-failed"_s});
    }

    void startingTooOftenIsToldAsSuch()
    {
        QVERIFY(install(u"eager.service"_s,
            "[Unit]\nStartLimitIntervalSec=1h\nStartLimitBurst=2\n[Service]\nExecStart=/bin/sleep infinity\n"));
        SystemdControl control(u"eager.service"_s, {});
        QVERIFY(control.restart(patience));
        QVERIFY(control.restart(patience));
        const Result<> third = control.restart(patience);
        QVERIFY(!third);
        QVERIFY2(third.error().why.contains(u"reset-failed eager.service"_s), qPrintable(third.error().why));
        QVERIFY(systemctl({u"reset-failed"_s, u"eager.service"_s}));
        QVERIFY(control.restart(patience));
        QVERIFY(control.stop(patience));
    }

    void anUnknownUnitIsNamed()
    {
        const Result<> restarted = SystemdControl(u"nowhere.service"_s, {}).restart(patience);
        QVERIFY(!restarted);
        QCOMPARE(restarted.error().subject, u"nowhere.service"_s);
        QCOMPARE(restarted.error().code, ErrorCode::NotFound);
    }

    void anApplyRestartsARealVsftpdAndARollBackBringsTheOldOneBack()
    {
        if (vsftpdProgram().isEmpty())
            QSKIP("vsftpd is not unpacked in the build folder; ./dev setup does it.");
        AgentLab lab(AgentLab::Manages::GatewayAndVsftpd, serverUnit);
        const QString conf = lab.path(u"vsftpd.conf"_s);
        const QByteArray before = contentOf(conf);
        // Installed on this host as the package would be; the machine's own files stay as they are.
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, vsftpdPackage() + u"/usr"_s, u"/"_s}), 0);
        QVERIFY(install(serverUnit, "[Service]\nExecStart=/usr/sbin/vsftpd " + conf.toUtf8() + '\n'));
        QVERIFY(SystemdControl(serverUnit, {}).restart(patience));
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const qint64 oldPid = lab.status().services[0].pid;
        QVERIFY(oldPid > 1);

        const auto connection = lab.connectAs(Role::Administrator);
        const QJsonObject one = toJson(TransactionRequest{u"one"_s, {}});
        const RpcReply prepared = connection->ask(
            u"apply.prepare", toJson(lab.prepareRequest(u"one"_s, {}, PortRange::fromTrusted(5000, 5003))));
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().error.text()));
        const RpcReply committed = connection->ask(u"apply.commit", one);
        QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().error.text()));
        const RestartReport report = fromJson<CommitReply>(*committed)->restarts[0];
        QVERIFY2(report.succeeded, qPrintable(report.reason));
        QCOMPARE(report.oldPid, oldPid);
        QVERIFY(report.newPid != oldPid && report.banner.startsWith(u"220"_s));
        QCOMPARE(SystemdControl(serverUnit, {}).state().pid, report.newPid);
        QVERIFY(contentOf(conf).contains("pasv_min_port=5000\n"));

        QVERIFY(connection->ask(u"apply.rollback", one));
        QCOMPARE(contentOf(conf), before);
        QVERIFY(lab.status().services[0].running);
        QVERIFY(lab.status().services[0].pid != report.newPid);
        QVERIFY(SystemdControl(serverUnit, {}).stop(patience));
    }
};

QTEST_GUILESS_MAIN(SystemdInside)
#include "systemd_inside.moc"
