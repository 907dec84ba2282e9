#include "app/agent/files/Durable.h"
#include "app/agent/services/iis/IisDriver.h"
#include "app/agent/services/proftpd/ProftpdDriver.h"
#include "app/agent/services/pure_ftpd/PureFtpdDriver.h"
#include "app/agent/services/vsftpd/VsftpdDriver.h"
#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
#include "models/store/RuleSetFile.h"
#include "models/store/ServerImport.h"
#include "tests/agent/AgentLab.h"
#include "tests/agent/NativeFixture.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString fixtures = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/");
const QString packages = QStringLiteral(FERRYGATE_BUILD_DIR "/lab-packages");
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

/// A service as somebody adds it who knows nothing but where its agent is.
FtpService newService()
{
    FtpService service;
    service.id = serviceId;
    service.name = u"Files"_s;
    service.agent = u"127.0.0.3:7521"_s;
    return service;
}

} // namespace

/// Import from server, over every configuration that the drivers are tested on: what a server has goes into a rule set
/// file, is read back, and applied to that server, which changes no byte of its files.
class ImportBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const pki::Identity authority = pki::createAuthority(u"Test"_s).value();
        const pki::Identity server = pki::issueServer(authority, u"ftp"_s, {u"127.0.0.3"_s}).value();
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"cert.pem"_s), server.certificatePem));
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"key.pem"_s), server.keyPem));
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"both.pem"_s), server.keyPem + server.certificatePem));
        m_words = {{"@MODULES@", (packages + u"/usr/lib/proftpd"_s).toUtf8()},
            {"@CERTIFICATE@", m_folder.filePath(u"cert.pem"_s).toUtf8()},
            {"@KEY@", m_folder.filePath(u"key.pem"_s).toUtf8()}, {"@BOTH@", m_folder.filePath(u"both.pem"_s).toUtf8()}};
    }

    void vsftpd_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(fixtures + u"vsftpd"_s).entryList({u"*.conf"_s}, QDir::Files);
        QVERIFY(names.size() >= 10);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void vsftpd()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        QVERIFY(writeDurably(path, readFile(fixtures + u"vsftpd/"_s + name).value().value()));
        importAndApplyBack(VsftpdDriver(serviceId, VsftpdTrial{{}, path, m_folder.filePath(u"trial"_s)}));
    }

    void proftpd_data() { fixtureRows(fixtures + u"proftpd"_s); }

    void proftpd()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const NativeFixture fixture(fixtures + u"proftpd"_s, m_words);
        const QString path = fixture.path(u"proftpd.conf"_s);
        importAndApplyBack(ProftpdDriver(serviceId, path,
            ProftpdChecker{
                {proftpdProgram(), {u"-n"_s, u"-c"_s, path}, {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}, {}},
                m_folder.filePath(u"trial"_s)}));
    }

    void pureFtpd_data() { fixtureRows(fixtures + u"pure_ftpd"_s); }

    void pureFtpd()
    {
        const NativeFixture fixture(fixtures + u"pure_ftpd"_s, m_words);
        const QString folder = fixture.path(u"conf"_s);
        importAndApplyBack(
            PureFtpdDriver(serviceId, QFileInfo(folder).isDir() ? folder : fixture.path(u"pure-ftpd.conf"_s), {}, {}));
    }

    void iis_data() { fixtureRows(fixtures + u"iis"_s); }

    void iis()
    {
        const NativeFixture fixture(fixtures + u"iis"_s, m_words);
        importAndApplyBack(IisDriver(serviceId, fixture.path(u"applicationHost.config"_s)));
    }

private:
    void importAndApplyBack(const FtpServiceDriver &driver)
    {
        const Result<ServiceConfig> found = driver.observe();
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().text()));
        const QList<NativeFile> before = driver.nativeFiles().value();

        // Into a rule set that has nothing yet, and once more over what was taken then.
        RuleSet ruleSet;
        take(ruleSet, newService(), *found);
        if (QTest::currentTestFailed())
            return;
        const FtpService taken = *ruleSet.ftpServices.find(serviceId);
        QVERIFY(previewServerImport(ruleSet, taken, *found).changesNothing());
        applyBack(driver, ruleSet, before);

        // Into one that had it otherwise throughout.
        FtpService other = newService();
        other.passivePorts = PortRange::fromTrusted(2000, 2001);
        for (const ServiceConfig::Site &site : found->sites) {
            other.sites << FtpSite{site.name, Address::fromTrusted(u"198.51.100.99"), 2199,
                {Address::fromTrusted(u"198.51.100.98"), {}}, TlsMode::Implicit};
        }
        RuleSet another;
        another.ftpServices.append(other);
        take(another, other, *found);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(another.ftpServices.at(0).passivePorts, found->passivePorts);
        // A server bound to no address in particular leaves the site's as it was, which need not be the machine's.
        applyBack(driver, another, before);
    }

    void take(RuleSet &ruleSet, const FtpService &service, const ServiceConfig &found)
    {
        const Result<Change> done = importFromServer(previewServerImport(ruleSet, service, found))->apply(ruleSet);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().text()));
        const QString path = m_folder.filePath(u"rules.json"_s);
        const auto saved = saveRuleSet(path, ruleSet);
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().text()));
        const auto loaded = loadRuleSet(path);
        QVERIFY(loaded.has_value());
        ruleSet = *loaded;
    }

    static void applyBack(const FtpServiceDriver &driver, const RuleSet &ruleSet, const QList<NativeFile> &before)
    {
        const QList<NodeConfig> nodes = nodeConfigs(ruleSet);
        QCOMPARE(nodes.size(), 1);
        const auto files = driver.prepare(nodes[0].services.value(0));
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
        QCOMPARE(*files, before);
    }

    QTemporaryDir m_folder;
    QMap<QByteArray, QByteArray> m_words;
};

QTEST_GUILESS_MAIN(ImportBackTest)
#include "tst_import_back.moc"
