#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Ports.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace ferry;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The laboratory's folder, with a "/" behind it.
QByteArray folderOf(const AgentLab &lab)
{
    return QFileInfo(lab.path(u"x"_s)).path().toUtf8() + '/';
}

constexpr int portsOfARange = 10;
const Address serverAddress = Address::fromTrusted(u"127.0.0.3");
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);
/// "gate", by crypt(3).
const QByteArray passwordHash =
    "$6$ferrygate$OYzgPWYWoyRa67eKBrIsqDltjxymYXxAspEwzfLZ.sqZjCrWN6A4nuAoJMlxhusG.VDHBGP76rvbqB3adL8i7/";

/// What 227 says.
struct Passive {
    QString address;
    int port = 0;
};

/// Logs in and asks for a data port; nothing where the server does not get that far.
std::optional<Passive> askForPassive(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(serverAddress.toString(), port);
    const auto reply = [&] {
        while (socket.canReadLine() || socket.waitForReadyRead(10'000)) {
            const QByteArray line = socket.canReadLine() ? socket.readLine() : QByteArray();
            if (line.size() > 3 && line[3] == ' ')
                return line;
        }
        return QByteArray();
    };
    (void)reply();
    QByteArray last;
    for (const char *command : {"USER ada\r\n", "PASS gate\r\n", "PASV\r\n"}) {
        socket.write(command);
        last = reply();
    }
    static const QRegularExpression form(u"^227 .*\\((\\d+),(\\d+),(\\d+),(\\d+),(\\d+),(\\d+)\\)"_s);
    const auto match = form.match(QString::fromLatin1(last));
    if (!match.hasMatch())
        return {};
    return Passive{
        match.capturedTexts().mid(1, 4).join(u'.'), match.captured(5).toInt() * 256 + match.captured(6).toInt()};
}

PortRange freeRange()
{
    const quint16 first = freePorts({serverAddress.toString()}, portsOfARange);
    return PortRange::fromTrusted(first, static_cast<quint16>(first + portsOfARange - 1));
}

QJsonObject the(const QString &transaction)
{
    return toJson(TransactionRequest{transaction, {}});
}

} // namespace

/// Real ProFTPD and Pure-FTPd as children of the real agent: what an Apply does to them is asked of them as a client.
class AgentServicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anApplyAndTheWayBackAreSeenOnTheWire_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"proftpd"_s, u"pure-ftpd.conf"_s, u"pure-ftpd folder"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void anApplyAndTheWayBackAreSeenOnTheWire()
    {
        QFETCH(QString, kind);
        const bool isProftpd = kind == u"proftpd";
        FERRY_NEEDS(!isProftpd || !proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        FERRY_NEEDS(isProftpd || !pureFtpdProgram().isEmpty(), "Pure-FTPd is not unpacked in the build folder.");
        if (!isProftpd)
            FERRY_NEEDS_ROOT("Debian's Pure-FTPd starts as root only, with setgroups(2).");
        FERRY_NEEDS(kind != u"pure-ftpd folder" || QFileInfo::exists(wrapper()), "pure-ftpd-wrapper is not unpacked.");
        AgentLab lab(AgentLab::Manages::Gateway);
        // A server that gives root away must still get to its site.
        QVERIFY(QFile::setPermissions(QString::fromUtf8(folderOf(lab)), QFile::Permissions(0x7755)));
        const QList<quint16> ports =
            isProftpd ? QList{lab.vsftpdPort(), test::freePort(serverAddress.toString())} : QList{lab.vsftpdPort()};
        const QJsonObject entry = isProftpd ? proftpd(lab, ports)
            : kind == u"pure-ftpd.conf"     ? pureFtpdConf(lab, ports.first())
                                            : pureFtpdFolder(lab, ports.first());
        QVERIFY(addService(lab, entry));
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const auto connection = lab.connectAs(Role::Administrator);
        QVERIFY(restart(*connection));
        for (const quint16 port : ports)
            QCOMPARE(askForPassive(port).value_or(Passive()).address, serverAddress.toString());

        // What the server has is adopted, and then changed.
        ServiceConfig service = observed(*connection);
        QCOMPARE(service.sites.size(), ports.size());
        service.passivePorts = freeRange();
        for (qsizetype i = 0; i < ports.size(); ++i)
            service.sites[i].externalAddress = Address::fromTrusted(u"203.0.113.%1"_s.arg(i + 1));
        PrepareRequest request = lab.prepareRequest(u"one"_s, {}, *service.passivePorts);
        request.config.services = {service};
        const QString generation = apply(*connection, request);
        QVERIFY(!generation.isEmpty());
        QVERIFY(shows(service));
        QVERIFY(connection->ask(u"apply.confirm", the(u"one"_s)).has_value());
        const ServiceConfig now = observed(*connection);
        QCOMPARE(now.passivePorts, service.passivePorts);
        QCOMPARE(now.sites, service.sites);
        QVERIFY(lab.status().drift.isEmpty());

        // Nobody confirms the next one.
        ServiceConfig other = service;
        other.passivePorts = freeRange();
        for (ServiceConfig::Site &site : other.sites)
            site.externalAddress = Address::fromTrusted(u"198.51.100.9");
        request = lab.prepareRequest(u"two"_s, generation, *other.passivePorts);
        request.config.services = {other};
        request.confirmWithin = std::chrono::seconds(5);
        QVERIFY(!apply(*connection, request).isEmpty());
        QVERIFY(shows(other));
        QTRY_COMPARE_WITH_TIMEOUT(lab.status().transaction, TransactionState::None, 30'000);
        QVERIFY(shows(service));
        QCOMPARE(lab.status().generation, generation);
        QVERIFY(lab.status().drift.isEmpty());
    }

    // IIS runs on Windows; its configuration is edited where the agent reaches it, and somebody restarts it there.
    void theFileOfAnIisChangesAndNothingIsRestarted()
    {
        AgentLab lab(AgentLab::Manages::Gateway);
        const QByteArray before = agent::readFile(
            QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/iis/iis-10/applicationHost.config"))
                                      .value()
                                      .value();
        const QString path = lab.path(u"applicationHost.config"_s);
        write(path, before);
        QVERIFY(addService(lab,
            {{u"id"_s, serviceId.text()}, {u"software"_s, u"iis"_s}, {u"configPath"_s, u"applicationHost.config"_s},
                {u"control"_s, QJsonObject{{u"kind"_s, u"by-hand"_s}}}}));
        QVERIFY2(lab.start(), qPrintable(lab.output()));
        const auto connection = lab.connectAs(Role::Administrator);
        ServiceConfig service = observed(*connection);
        QCOMPARE(service.sites.size(), 1);
        service.passivePorts = PortRange::fromTrusted(5000, 5003);
        service.sites[0].externalAddress = Address::fromTrusted(u"203.0.113.1");
        PrepareRequest request = lab.prepareRequest(u"one"_s, {}, *service.passivePorts);
        request.config.services = {service};
        const RpcReply prepared = connection->ask(u"apply.prepare", toJson(request));
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().error.text()));
        QVERIFY(fromJson<PrepareReply>(*prepared)->restarts.isEmpty());
        const RpcReply committed = connection->ask(u"apply.commit", the(u"one"_s));
        QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().error.text()));
        QVERIFY(fromJson<CommitReply>(*committed)->restarts.isEmpty());
        QVERIFY(agent::readFile(path).value() != before);
        QCOMPARE(observed(*connection).passivePorts, service.passivePorts);
        QCOMPARE(observed(*connection).sites, service.sites);
        QVERIFY(!lab.status().services[0].problem.isEmpty());

        const RpcReply restarted = connection->ask(u"service.restart", toJson(RestartRequest{serviceId}));
        QVERIFY(!restarted);
        QCOMPARE(restarted.error().error.code, ErrorCode::Unsupported);
        QVERIFY(restarted.error().error.remedy.contains(u"ftpsvc"_s));

        QVERIFY(connection->ask(u"apply.rollback", the(u"one"_s)).has_value());
        QCOMPARE(agent::readFile(path).value().value(), before);
    }

private:
    static QString wrapper() { return vsftpdPackage() + u"/usr/sbin/pure-ftpd-wrapper"_s; }

    static QJsonObject environment() { return {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}; }

    static QJsonObject proftpd(const AgentLab &lab, const QList<quint16> &ports)
    {
        const QByteArray folder = folderOf(lab);
        const passwd *user = ::getpwuid(geteuid());
        const QByteArray ids = QByteArray::number(geteuid()) + ':' + QByteArray::number(getegid());
        write(lab.path(u"users"_s), "ada:" + passwordHash + ':' + ids + "::" + folder + ":/bin/false\n");
        write(lab.path(u"proftpd.conf"_s),
            "ServerName \"Main office\"\nServerType standalone\nDefaultAddress 127.0.0.3\nSocketBindTight on\n"
            "UseIPv6 off\nUseReverseDNS off\nPort "
                + QByteArray::number(ports[0]) + "\nUser " + user->pw_name + "\nGroup " + ::getgrgid(getegid())->gr_name
                + "\nAuthOrder mod_auth_file.c\nSystemLog " + folder + "proftpd.log\nScoreboardFile " + folder
                + "scoreboard\nPidFile " + folder
                + "proftpd.pid\nTransferLog none\n<Global>\n  RootLogin on\n"
                  "  RequireValidShell off\n  WtmpLog off\n  AuthUserFile "
                + folder + "users\n</Global>\n<VirtualHost 127.0.0.3>\n  ServerName \"Branch office\"\n  Port "
                + QByteArray::number(ports[1]) + "\n</VirtualHost>\n");
        return {{u"id"_s, serviceId.text()}, {u"software"_s, u"proftpd"_s}, {u"configPath"_s, u"proftpd.conf"_s},
            {u"control"_s,
                QJsonObject{{u"kind"_s, u"child"_s}, {u"program"_s, proftpdProgram()},
                    {u"arguments"_s, QJsonArray{u"-n"_s, u"-q"_s, u"-c"_s, lab.path(u"proftpd.conf"_s)}},
                    {u"environment"_s, environment()}}}};
    }

    /// The database of users; gives its path.
    static QByteArray users(const AgentLab &lab)
    {
        write(lab.path(u"users"_s), "ada:" + passwordHash + ":47111:47111::" + folderOf(lab) + "./::::::::::::\n");
        QProcess compiler;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_LIBRARY_PATH"_s, vsftpdLibraries());
        compiler.setProcessEnvironment(environment);
        compiler.start(vsftpdPackage() + u"/usr/bin/pure-pw"_s,
            {u"mkdb"_s, lab.path(u"users.pdb"_s), u"-f"_s, lab.path(u"users"_s)});
        compiler.waitForFinished();
        return lab.path(u"users.pdb"_s).toUtf8();
    }

    static QJsonObject pureFtpdConf(const AgentLab &lab, quint16 port)
    {
        write(lab.path(u"pure-ftpd.conf"_s),
            "# A server of the test laboratory.\nNoAnonymous yes\nMinUID 1\nDontResolve yes\nIPV4Only yes\nDaemonize "
            "no\n"
            "PureDB "
                + users(lab) + "\nPIDFile " + lab.path(u"pure-ftpd.pid"_s).toUtf8() + "\nBind 127.0.0.3,"
                + QByteArray::number(port) + "\n# PassivePortRange             30000 50000\n");
        return {{u"id"_s, serviceId.text()}, {u"software"_s, u"pure-ftpd"_s}, {u"configPath"_s, u"pure-ftpd.conf"_s},
            {u"control"_s,
                QJsonObject{{u"kind"_s, u"child"_s}, {u"program"_s, pureFtpdProgram()},
                    {u"arguments"_s, QJsonArray{lab.path(u"pure-ftpd.conf"_s)}}, {u"environment"_s, environment()}}}};
    }

    /// Debian's own wrapper, with the places changed that are fixed in it.
    static QJsonObject pureFtpdFolder(const AgentLab &lab, quint16 port)
    {
        QDir(QString::fromUtf8(folderOf(lab))).mkpath(u"etc/conf"_s);
        QDir(QString::fromUtf8(folderOf(lab))).mkpath(u"etc/auth"_s);
        const auto set = [&](const QString &name, const QByteArray &value) {
            write(lab.path(u"etc/conf/"_s + name), value + '\n');
        };
        set(u"NoAnonymous"_s, "yes");
        set(u"MinUID"_s, "1");
        set(u"DontResolve"_s, "yes");
        set(u"IPV4Only"_s, "yes");
        set(u"Bind"_s, "127.0.0.3," + QByteArray::number(port));
        set(u"PureDB"_s, users(lab));
        QFile::link(lab.path(u"etc/conf/PureDB"_s), lab.path(u"etc/auth/50pure"_s));
        QByteArray script = agent::readFile(wrapper()).value().value_or(QByteArray());
        script.replace("/etc/pure-ftpd", lab.path(u"etc"_s).toUtf8());
        script.replace("/usr/sbin/pure-ftpd'", pureFtpdProgram().toUtf8() + '\'');
        script.replace("/var/run/pure-ftpd/", folderOf(lab));
        write(lab.path(u"wrapper"_s), script);
        return {{u"id"_s, serviceId.text()}, {u"software"_s, u"pure-ftpd"_s}, {u"configPath"_s, u"etc/conf"_s},
            {u"program"_s, pureFtpdProgram()},
            {u"control"_s,
                QJsonObject{{u"kind"_s, u"child"_s}, {u"program"_s, u"/usr/bin/perl"_s},
                    {u"arguments"_s, QJsonArray{lab.path(u"wrapper"_s)}}, {u"environment"_s, environment()}}}};
    }

    static void write(const QString &path, const QByteArray &bytes) { QVERIFY(agent::writeDurably(path, bytes)); }

    static bool addService(const AgentLab &lab, const QJsonObject &entry)
    {
        const auto bytes = agent::readFile(lab.path(u"agent.json"_s));
        if (!bytes || !*bytes)
            return false;
        QJsonObject json = QJsonDocument::fromJson(**bytes).object();
        json[u"services"] = QJsonArray{entry};
        return agent::writeDurably(lab.path(u"agent.json"_s), QJsonDocument(json).toJson()).has_value();
    }

    static bool restart(AgentConnection &connection)
    {
        const RpcReply reply = connection.ask(u"service.restart", toJson(RestartRequest{serviceId}));
        const auto report = reply ? fromJson<RestartReport>(*reply) : Result<RestartReport>(RestartReport());
        if (!report || !report->succeeded)
            qWarning("%s", reply ? qPrintable(report->reason) : qPrintable(reply.error().error.text()));
        return report && report->succeeded;
    }

    static ServiceConfig observed(AgentConnection &connection)
    {
        const RpcReply reply = connection.ask(u"config.observe");
        const auto observation = reply ? fromJson<Observation>(*reply) : Result<Observation>(Observation());
        return observation && !observation->found.isEmpty() ? observation->found.first() : ServiceConfig();
    }

    /// Prepares and commits; gives the generation, or nothing where that failed.
    static QString apply(AgentConnection &connection, const PrepareRequest &request)
    {
        const RpcReply prepared = connection.ask(u"apply.prepare", toJson(request));
        const RpcReply committed =
            prepared ? connection.ask(u"apply.commit", the(request.transaction)) : RpcReply(prepared);
        if (!committed) {
            qWarning("%s", qPrintable(committed.error().error.text()));
            return {};
        }
        const auto reply = fromJson<CommitReply>(*committed);
        const bool isRestarted = reply && reply->restarts.size() == 1 && reply->restarts[0].succeeded;
        return isRestarted ? generationOf(request.config) : QString();
    }

    /// True if every site tells its clients the external address and a port of the range.
    static bool shows(const ServiceConfig &service)
    {
        return std::all_of(service.sites.cbegin(), service.sites.cend(), [&](const ServiceConfig::Site &site) {
            const Passive passive = askForPassive(site.port).value_or(Passive());
            const bool isRight = passive.address == site.externalAddress->toString()
                && service.passivePorts->contains(static_cast<quint16>(passive.port));
            if (!isRight)
                qWarning("%s tells %s port %d.", qPrintable(site.name), qPrintable(passive.address), passive.port);
            return isRight;
        });
    }
};

QTEST_GUILESS_MAIN(AgentServicesTest)
#include "tst_agent_services.moc"
