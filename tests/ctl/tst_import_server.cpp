#include "app/agent/files/Durable.h"
#include "app/ctl/cli/Verb.h"
#include "app/pki/SecretFile.h"
#include "models/store/RuleSetFile.h"
#include "models/wire/JsonDecoder.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Prerequisite.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ferry;
using namespace ferry::ctl;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    /// "default, Passive range: none → 5000–5003", a line a setting.
    [[nodiscard]] QStringList settings() const
    {
        QStringList lines;
        for (const QJsonValue &each : json()[u"settings"].toArray()) {
            const QString site = each[u"site"].toString();
            lines << u"%1%2: %3 → %4"_s.arg(site.isEmpty() ? QString() : site + u", "_s, each[u"setting"].toString(),
                each[u"ruleSet"].toString(), each[u"server"].toString());
        }
        return lines;
    }
};

Outcome ferryctl(const QStringList &arguments)
{
    QBuffer out;
    QBuffer err;
    QBuffer in;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    in.open(QIODevice::ReadOnly);
    Outcome outcome;
    outcome.exitCode = runCommandLine(arguments, {&out, &err, &in, false, false});
    outcome.out = QString::fromUtf8(out.data());
    outcome.err = QString::fromUtf8(err.data());
    return outcome;
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(agent::writeDurably(path, bytes));
}

QByteArray bytesOf(const QString &path)
{
    return agent::readFile(path).value().value_or(QByteArray());
}

} // namespace

/// "ferryctl import --server" asks the real agent about the real configuration of vsftpd and ProFTPD.
class ImportServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<AgentLab>(AgentLab::Manages::GatewayAndVsftpd);
        m_file = m_lab->path(u"rules.json"_s);
        m_identity = m_lab->path(u"identity"_s);
        const pki::Identity client = m_lab->identity(Role::Administrator);
        QVERIFY(QDir().mkpath(m_identity));
        QVERIFY(pki::writeSecretFile(m_identity + u"/ca.pem"_s, m_lab->authority().certificatePem));
        QVERIFY(pki::writeSecretFile(m_identity + u"/client.pem"_s, client.certificatePem));
        QVERIFY(pki::writeSecretFile(m_identity + u"/client.key"_s, client.keyPem));
    }

    void vsftpdIsPreviewedTakenAndAppliedBackWithoutAChange()
    {
        FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        const QString conf = m_lab->path(u"vsftpd.conf"_s);
        write(conf, bytesOf(conf) + "pasv_min_port=40000\npasv_max_port=40009\npasv_address=203.0.113.7\n");
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        saveService(FtpSoftware::Vsftpd, u"vsftpd.conf"_s, m_lab->vsftpdPort());
        verifyImport(
            {u"Passive range: 5000–5003 → 40000–40009"_s, u"main, External address: 203.0.113.1 → 203.0.113.7"_s});
        verifyApplyingBackChangesNothing();
    }

    void proftpdIsPreviewedTakenAndAppliedBackWithoutAChange()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        useProftpd();
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        saveService(FtpSoftware::Proftpd, u"proftpd.conf"_s, m_lab->vsftpdPort());
        verifyImport({u"Passive range: 5000–5003 → 41000–41063"_s, u"main, External address: 203.0.113.1 → none"_s,
            u"Branch office, Site: none → 127.0.0.3:2198, no TLS, external address 203.0.113.8"_s});
        verifyApplyingBackChangesNothing();
    }

    void aServiceThatTheRuleSetLacksIsAddedWhereItsAgentIsNamed()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        useProftpd();
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        QVERIFY(saveRuleSet(m_file, RuleSet()));
        const Outcome unknown = import({});
        QCOMPARE(unknown.exitCode, int(ExitError));
        const Outcome added = import({u"--yes"_s, u"--agent"_s, agent()});
        QVERIFY2(added.exitCode == ExitDone, qPrintable(added.err));
        const RuleSet now = loadRuleSet(m_file).value();
        const FtpService *service = now.ftpServices.find(serviceId);
        QVERIFY(service);
        QCOMPARE(service->agent, agent());
        QCOMPARE(service->configPath, m_lab->path(u"proftpd.conf"_s));
        QCOMPARE(service->sites.size(), 2);
        verifyApplyingBackChangesNothing();
    }

    void whatCannotBeKnownIsSaidAndNothingIsWritten()
    {
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        saveService(FtpSoftware::Vsftpd, u"vsftpd.conf"_s, m_lab->vsftpdPort());
        const QByteArray before = bytesOf(m_file);
        // An agent that manages no such service names those that it does.
        const Outcome other = import({u"--agent"_s, agent(), u"--yes"_s}, u"files-9"_s);
        QCOMPARE(other.exitCode, int(ExitError));
        QVERIFY2(other.json()[u"error"][u"remedy"].toString().contains(u"files-1"_s), qPrintable(other.out));
        // The configuration is gone.
        QVERIFY(QFile::remove(m_lab->path(u"vsftpd.conf"_s)));
        const Outcome gone = import({u"--yes"_s});
        QCOMPARE(gone.exitCode, int(ExitError));
        QVERIFY2(gone.json()[u"error"][u"why"].toString().contains(u"vsftpd.conf"_s), qPrintable(gone.out));
        // Nobody answers.
        m_lab->kill();
        const Outcome silent = import({u"--yes"_s});
        QCOMPARE(silent.exitCode, int(ExitError));
        QCOMPARE(silent.json()[u"error"][u"code"].toString(), u"unreachable"_s);
        QCOMPARE(bytesOf(m_file), before);
    }

    void theTwoKindsOfImportAreNotMixed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("from nowhere") << QStringList{u"FILE"_s};
        QTest::newRow("from a file and a server") << QStringList{u"FILE"_s, u"FILE"_s, u"--server"_s, u"files-1"_s};
        QTest::newRow("an agent of a file") << QStringList{u"FILE"_s, u"FILE"_s, u"--agent"_s, u"127.0.0.3:1"_s};
        QTest::newRow("everything from a server")
            << QStringList{u"FILE"_s, u"--replace"_s, u"--server"_s, u"files-1"_s};
    }

    void theTwoKindsOfImportAreNotMixed()
    {
        QFETCH(QStringList, arguments);
        QVERIFY(saveRuleSet(m_file, RuleSet()));
        arguments.replaceInStrings(u"FILE"_s, m_file);
        const Outcome outcome = ferryctl(QStringList{u"import"_s, u"--json"_s} + arguments);
        QCOMPARE(outcome.exitCode, int(ExitError));
        QVERIFY(!outcome.json()[u"error"][u"what"].toString().isEmpty());
    }

private:
    [[nodiscard]] QString agent() const { return u"127.0.0.2:%1"_s.arg(m_lab->port()); }

    [[nodiscard]] Outcome import(const QStringList &options, const QString &service = serviceId.text()) const
    {
        return ferryctl(
            QStringList{u"import"_s, m_file, u"--server"_s, service, u"--identity"_s, m_identity, u"--json"_s}
            + options);
    }

    void saveService(FtpSoftware software, const QString &conf, quint16 port)
    {
        FtpService service{
            serviceId, u"Files"_s, agent(), software, m_lab->path(conf), {}, PortRange::fromTrusted(5000, 5003), {}};
        service.sites << FtpSite{u"main"_s, Address::fromTrusted(u"127.0.0.3"), port,
            {Address::fromTrusted(u"203.0.113.1"), {}}, TlsMode::None};
        RuleSet ruleSet;
        ruleSet.ftpServices.append(service);
        QVERIFY(saveRuleSet(m_file, ruleSet));
    }

    /// The agent's service is a ProFTPD with a main server and a virtual one.
    void useProftpd()
    {
        write(m_lab->path(u"proftpd.conf"_s),
            "ServerName \"Debian\"\nServerType standalone\nDefaultAddress 127.0.0.3\nPort "
                + QByteArray::number(m_lab->vsftpdPort())
                + "\n<Global>\n  PassivePorts 41000 41063 # as the firewall has them\n</Global>\n"
                  "<VirtualHost 127.0.0.3>\n  ServerName \"Branch office\"\n  Port 2198\n"
                  "  MasqueradeAddress\t203.0.113.8\n</VirtualHost>\n");
        QJsonObject json = QJsonDocument::fromJson(bytesOf(m_lab->path(u"agent.json"_s))).object();
        json[u"services"] = QJsonArray{QJsonObject{{u"id"_s, serviceId.text()}, {u"software"_s, u"proftpd"_s},
            {u"configPath"_s, u"proftpd.conf"_s},
            {u"control"_s,
                QJsonObject{{u"kind"_s, u"child"_s}, {u"program"_s, proftpdProgram()},
                    {u"arguments"_s, QJsonArray{u"-n"_s, u"-q"_s, u"-c"_s, m_lab->path(u"proftpd.conf"_s)}},
                    {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}}}}}};
        write(m_lab->path(u"agent.json"_s), QJsonDocument(json).toJson());
    }

    void verifyImport(const QStringList &settings) const
    {
        const QByteArray before = bytesOf(m_file);
        const Outcome preview = import({});
        QVERIFY2(preview.exitCode == ExitChanges, qPrintable(preview.out + preview.err));
        QCOMPARE(preview.settings(), settings);
        QCOMPARE(preview.json()[u"imported"], QJsonValue(false));
        QCOMPARE(bytesOf(m_file), before);

        const Outcome done = import({u"--yes"_s});
        QVERIFY2(done.exitCode == ExitDone, qPrintable(done.out + done.err));
        QCOMPARE(done.json()[u"imported"], QJsonValue(true));
        QCOMPARE(done.settings(), settings);
        const int revision = loadRuleSet(m_file)->revision;
        QCOMPARE(revision, RuleSet().revision + 1);

        const Outcome again = import({u"--yes"_s});
        QCOMPARE(again.exitCode, int(ExitDone));
        QCOMPARE(again.json()[u"changesNothing"], QJsonValue(true));
        QCOMPARE(loadRuleSet(m_file)->revision, revision);
    }

    /// The agent itself says what an Apply of the file would change.
    void verifyApplyingBackChangesNothing() const
    {
        PrepareRequest request = m_lab->prepareRequest(u"back"_s, {}, PortRange::fromTrusted(5000, 5003));
        request.config = nodeConfigs(loadRuleSet(m_file).value()).value(0);
        const RpcReply reply = m_lab->connectAs(Role::Administrator)->ask(u"apply.prepare", toJson(request));
        QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().error.text()));
        const auto prepared = fromJson<PrepareReply>(*reply);
        QVERIFY(prepared);
        QVERIFY(prepared->restarts.isEmpty());
        for (const NativeChange &change : prepared->changes) {
            // The gateway's file names the generation, which is another one for the new settings.
            if (!change.path.contains(u"/engines/"_s))
                QVERIFY2(change.before == change.after, qPrintable(change.path));
        }
    }

    std::unique_ptr<AgentLab> m_lab;
    QString m_file;
    QString m_identity;
};

QTEST_GUILESS_MAIN(ImportServerTest)
#include "tst_import_server.moc"
