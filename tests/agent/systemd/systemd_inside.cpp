#include "app/agent/control/systemd/SystemdControl.h"
#include "models/wire/Apply.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/agent/AgentLab.h"
#include "tests/agent/systemd/Inside.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace ferry;
using namespace ferry::test;
using agent::SystemdControl;

namespace {

constexpr std::chrono::milliseconds patience = 30s;
const QString serverUnit = u"files-1.service"_s;

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

    void whatAProcessSaidIsReadFromTheJournal()
    {
        QVERIFY(install(u"speaker.service"_s,
            "[Service]\nExecStartPre=/bin/sh -c 'echo \"This is from the last start.\"'\n"
            "ExecStartPre=/bin/sh -c 'test ! -e /run/speaker || { echo \"The disk of the site is gone.\" >&2; exit 7; "
            "}'\n"
            "ExecStart=/bin/sleep infinity\n"));
        SystemdControl control(u"speaker.service"_s, {});
        QVERIFY(control.restart(patience));
        QVERIFY(writeFile(u"/run/speaker"_s, {}));
        QVERIFY(!control.restart(patience));
        const QString words = control.lastWords();
        QVERIFY2(words.contains(u"The disk of the site is gone."_s), qPrintable(words));
        // One line of each start is the same; those of the first are not repeated.
        QCOMPARE(words.count(u"This is from the last start."_s), 1);
        const QString problem = control.state().problem;
        QVERIFY2(problem.contains(u"A command of its unit failed."_s) && problem.contains(words), qPrintable(problem));
        QVERIFY(QFile::remove(u"/run/speaker"_s));
        QVERIFY(control.restart(patience));
        QVERIFY(control.stop(patience));
    }

    void whereAUnitSaysNothingSystemdDoes()
    {
        QVERIFY(install(u"silent.service"_s, "[Service]\nType=exec\nExecStart=/nonexistent/ftpd\n"));
        SystemdControl control(u"silent.service"_s, {});
        QVERIFY(!control.restart(patience));
        QVERIFY2(control.lastWords().contains(u"/nonexistent/ftpd"_s), qPrintable(control.lastWords()));
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
        QVERIFY(installPackages());
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
