#include "app/agent/control/systemd/SystemdControl.h"
#include "app/agent/services/Restart.h"
#include "models/wire/Apply.h"
#include "models/wire/EnumNames.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/agent/AgentLab.h"
#include "tests/agent/systemd/Inside.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace ferry;
using namespace ferry::test;
using agent::SystemdControl;

namespace {

constexpr std::chrono::milliseconds patience = 30s;
const Address address = Address::fromTrusted(u"127.0.0.3");
constexpr quint16 port = 21;
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

/// An FTP server as its package installs it, with a configuration for this test.
struct Installed {
    FtpSoftware software;
    QString unit;
    QString configPath;       ///< as agent.json names it
    QString edited;           ///< the file with the configuration for this test
    QByteArray lines;         ///< its content
    QByteArray brokenLines;   ///< with which the server does not start
    QString words;            ///< of the journal then
};

const QList<Installed> &servers()
{
    static const QList<Installed> all{
        {FtpSoftware::Vsftpd, u"vsftpd.service"_s, u"/etc/vsftpd.conf"_s, u"/etc/vsftpd.conf"_s,
            vsftpdConf(u"/srv/ftp"_s, port), "no_such_setting=YES\n", u"Main process exited, code=exited"_s},
        {FtpSoftware::Proftpd, u"proftpd.service"_s, u"/etc/proftpd/proftpd.conf"_s, u"/etc/proftpd/proftpd.conf"_s,
            "ServerName files\nServerType standalone\nDefaultAddress 127.0.0.3\nSocketBindTight on\nPort 21\n"
            "UseIPv6 off\nUser nobody\nGroup nogroup\nPidFile /run/proftpd.pid\nDelayEngine off\n"
            "ScoreboardFile /run/proftpd.scoreboard\nTransferLog none\nWtmpLog off\n",
            "NoSuchDirective on\n", u"unknown configuration directive 'NoSuchDirective'"_s},
        {FtpSoftware::PureFtpd, u"pure-ftpd.service"_s, u"/etc/pure-ftpd/conf"_s, u"/etc/pure-ftpd/conf/Bind"_s,
            "127.0.0.3,21\n", "127.0.0.3,nonsense\n", u"nonsense"_s},
    };
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Installed)

/// vsftpd, ProFTPD and Pure-FTPd as the distribution installs them, restarted by their own units: those of the first
/// two packages, and what systemd makes of the third one's script in /etc/init.d. Runs on a host whose process 1 is
/// systemd (SystemdHost), as root, with nobody else on it.
class ServersInside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (vsftpdProgram().isEmpty() || proftpdProgram().isEmpty() || pureFtpdProgram().isEmpty())
            QSKIP("An FTP server is not unpacked in the build folder; ./dev setup does it.");
        QVERIFY(installPackages());
        // What the installation of Pure-FTPd asks for; without it the script starts nothing.
        QVERIFY(writeFile(u"/etc/default/pure-ftpd-common"_s, "STANDALONE_OR_INETD=standalone\nVIRTUALCHROOT=false\n"));
        QVERIFY(QDir().mkpath(u"/srv/ftp"_s));
        QVERIFY(systemctl({u"daemon-reload"_s}));
    }

    void aBrokenConfigurationIsToldInTheJournalsWords_data() { addServers(); }

    /// Without the agent's own check, as where somebody breaks a file a moment behind it.
    void aBrokenConfigurationIsToldInTheJournalsWords()
    {
        QFETCH(Installed, server);
        SystemdControl control(server.unit, {});
        QVERIFY(writeFile(server.edited, server.lines));
        const RestartReport first = restart(control);
        QVERIFY2(first.succeeded, qPrintable(first.reason));
        QVERIFY(first.newPid > 1 && first.banner.startsWith(u"220"_s));
        const RestartReport second = restart(control);
        QVERIFY2(second.succeeded, qPrintable(second.reason));
        QCOMPARE(second.oldPid, first.newPid);
        QVERIFY(second.newPid != first.newPid);

        QVERIFY(writeFile(server.edited, broken(server)));
        const RestartReport third = restart(control);
        QVERIFY(!third.succeeded);
        QVERIFY2(third.reason.contains(server.words), qPrintable(third.reason));

        QVERIFY(writeFile(server.edited, server.lines));
        const RestartReport fourth = restart(control);
        QVERIFY2(fourth.succeeded, qPrintable(fourth.reason));
        QVERIFY(control.stop(patience));
        QVERIFY(!control.state().running);
    }

    void oneClickDoesNotGiveUpARunningServerForABrokenFile_data() { addServers(); }

    void oneClickDoesNotGiveUpARunningServerForABrokenFile()
    {
        QFETCH(Installed, server);
        QVERIFY(writeFile(server.edited, server.lines));
        SystemdControl control(server.unit, {});
        QVERIFY(control.restart(patience));
        AgentLab lab(entry(server));
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const auto connection = lab.connectAs(Role::Operator);
        const qint64 pid = control.state().pid;
        const RestartReport good = clicked(*connection);
        QVERIFY2(good.succeeded, qPrintable(good.reason));
        QCOMPARE(good.oldPid, pid);
        QVERIFY(good.newPid != pid);

        QVERIFY(writeFile(server.edited, broken(server)));
        const RestartReport refused = clicked(*connection);
        QVERIFY(!refused.succeeded && refused.lastGoodRestored);
        QCOMPARE(refused.newPid, good.newPid);
        QCOMPARE(control.state().pid, good.newPid);
        QVERIFY(greets());
        QVERIFY(writeFile(server.edited, server.lines));
        QVERIFY(control.stop(patience));
    }

    void anApplyThatDoesNotStartBringsTheLastGoodOneBack_data() { addServers(); }

    /// The server's own check passes; what its host has added to the unit does not.
    void anApplyThatDoesNotStartBringsTheLastGoodOneBack()
    {
        QFETCH(Installed, server);
        QVERIFY(writeFile(server.edited, server.lines));
        // ProFTPD's passive range goes to a file of its own beside the main one.
        const QString where =
            server.software == FtpSoftware::Proftpd ? QFileInfo(server.configPath).path() : server.configPath;
        QVERIFY(install(server.unit + u".d/site.conf"_s,
            "[Service]\nExecStartPre=/bin/sh -c 'if grep -rq 60[0]3 " + where.toUtf8()
                + "; then echo \"Port 6003 belongs to the backup.\" >&2; exit 1; fi'\n"));
        SystemdControl control(server.unit, {});
        QVERIFY(control.restart(patience));
        AgentLab lab(entry(server));
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const auto connection = lab.connectAs(Role::Administrator);

        QCOMPARE(apply(*connection, lab, PortRange::fromTrusted(5000, 5003)), QString());
        QVERIFY(connection->ask(u"apply.confirm", toJson(TransactionRequest{u"t5000"_s, {}})));
        const ServiceConfig good = observed(*connection);
        QCOMPARE(good.passivePorts, PortRange::fromTrusted(5000, 5003));
        const qint64 pid = control.state().pid;

        const QString reason = apply(*connection, lab, PortRange::fromTrusted(6000, 6003));
        QVERIFY2(reason.contains(u"Port 6003 belongs to the backup."_s), qPrintable(reason));
        QCOMPARE(observed(*connection), good);
        QVERIFY(control.state().running);
        QVERIFY(control.state().pid != pid);
        QVERIFY(greets());
        QVERIFY(lab.auditLog().contains("apply rolled back"));
        QVERIFY(control.stop(patience));
        QVERIFY(QFile::remove(u"/run/systemd/system/%1.d/site.conf"_s.arg(server.unit)));
        QVERIFY(systemctl({u"daemon-reload"_s}));
    }

private:
    static void addServers()
    {
        QTest::addColumn<Installed>("server");
        for (const Installed &server : servers())
            QTest::newRow(qPrintable(enumName(server.software))) << server;
    }

    static QByteArray broken(const Installed &server)
    {
        return server.software == FtpSoftware::PureFtpd ? server.brokenLines : server.lines + server.brokenLines;
    }

    static QJsonObject entry(const Installed &server)
    {
        return {{u"id"_s, serviceId.text()}, {u"software"_s, enumName(server.software)},
            {u"configPath"_s, server.configPath},
            {u"control"_s, QJsonObject{{u"kind"_s, u"systemd"_s}, {u"unit"_s, server.unit}}}};
    }

    static RestartReport restart(SystemdControl &control)
    {
        return agent::restartService(
            serviceId, control, {agent::Endpoint{address, port}}, agent::RestartWitness::system(), patience);
    }

    static bool greets() { return agent::readBanner(agent::Endpoint{address, port}, patience).has_value(); }

    static RestartReport clicked(AgentConnection &connection)
    {
        const RpcReply reply = connection.ask(u"service.restart", toJson(RestartRequest{serviceId}));
        RestartReport none;
        none.reason = reply ? QString() : reply.error().error.text();
        return reply ? fromJson<RestartReport>(*reply).value_or(none) : none;
    }

    static ServiceConfig observed(AgentConnection &connection)
    {
        const RpcReply reply = connection.ask(u"config.observe");
        const auto observation = reply ? fromJson<Observation>(*reply) : Result<Observation>(Observation());
        return observation && !observation->found.isEmpty() ? observation->found.first() : ServiceConfig();
    }

    /// Prepares and commits the passive range; empty on success, otherwise why not.
    static QString apply(AgentConnection &connection, AgentLab &lab, const PortRange &range)
    {
        const QString transaction = u"t%1"_s.arg(range.low());
        PrepareRequest request = lab.prepareRequest(transaction, lab.status().generation, range);
        request.config.services = {observed(connection)};
        request.config.services[0].passivePorts = range;
        const RpcReply prepared = connection.ask(u"apply.prepare", toJson(request));
        if (!prepared)
            return prepared.error().error.text();
        const RpcReply committed = connection.ask(u"apply.commit", toJson(TransactionRequest{transaction, {}}));
        return committed ? QString() : committed.error().error.text();
    }
};

QTEST_GUILESS_MAIN(ServersInside)
#include "servers_inside.moc"
