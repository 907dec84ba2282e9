#include "app/agent/files/Durable.h"
#include "app/agent/services/pure_ftpd/PureFtpdDriver.h"
#include "app/agent/services/pure_ftpd/PureFtpdSettings.h"
#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
#include "tests/agent/AgentLab.h"
#include "tests/agent/NativeFixture.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString fixtures = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/pure_ftpd");
const QString golden = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/pure_ftpd");
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);
const QList<QByteArray> ownKeys{"passiveportrange", "forcepassiveip", "bind", "tls"};

QString configPathOf(const NativeFixture &fixture)
{
    const QString folder = fixture.path(u"conf"_s);
    return QFileInfo(folder).isDir() ? folder : fixture.path(u"pure-ftpd.conf"_s);
}

std::unique_ptr<PureFtpdFiles> read(const NativeFixture &fixture)
{
    return std::move(PureFtpdFiles::read(configPathOf(fixture)).value());
}

/// The lines that are not Ferrygate's business: of pure-ftpd.conf those of other settings, of a file in Debian's folder
/// blanks and comments.
QByteArray foreignPart(const NativeFile &file)
{
    const bool isConf = file.path.endsWith(u".conf"_s);
    QByteArrayList lines = file.bytes.value_or(QByteArray()).split('\n');
    lines.removeIf([&](const QByteArray &line) {
        const QByteArray text = line.trimmed().toLower();
        if (!isConf)
            return text.isEmpty() || !text.startsWith('#');
        return std::any_of(ownKeys.cbegin(), ownKeys.cend(), [&](const QByteArray &key) {
            return text.startsWith(key) && text.size() > key.size() && QByteArray(" \t=:").contains(text[key.size()]);
        });
    });
    for (QByteArray &line : lines)
        line = line.endsWith('\r') ? line.chopped(1) : line;
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join('\n');
}

ServiceConfig wantedFor(const ServiceConfig &present)
{
    ServiceConfig wanted = present;
    wanted.id = serviceId;
    wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
    wanted.sites[0].port = 2199;
    wanted.sites[0].externalAddress = Address::fromTrusted(u"203.0.113.1");
    return wanted;
}

} // namespace

/// The driver over both forms of configuration, as they are found in the world.
class PureFtpdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const pki::Identity authority = pki::createAuthority(u"Test"_s).value();
        const pki::Identity server = pki::issueServer(authority, u"ftp"_s, {u"127.0.0.3"_s}).value();
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"cert.pem"_s), server.certificatePem));
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"key.pem"_s), server.keyPem));
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"both.pem"_s), server.keyPem + server.certificatePem));
        m_words = {{"@CERTIFICATE@", m_folder.filePath(u"cert.pem"_s).toUtf8()},
            {"@KEY@", m_folder.filePath(u"key.pem"_s).toUtf8()}, {"@BOTH@", m_folder.filePath(u"both.pem"_s).toUtf8()}};
    }

    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange_data() { fixtureRows(fixtures); }

    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange()
    {
        const NativeFixture fixture(fixtures, m_words);
        const std::unique_ptr<PureFtpdFiles> files = read(fixture);
        const QList<NativeFile> before = files->nativeFiles();
        const Result<> applied = applySettings(settingsIn(*files), *files);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().text()));
        QCOMPARE(files->nativeFiles(), before);
    }

    void onlyTheIntendedSettingsDiffer_data() { fixtureRows(fixtures); }

    void onlyTheIntendedSettingsDiffer()
    {
        const NativeFixture fixture(fixtures, m_words);
        const std::unique_ptr<PureFtpdFiles> files = read(fixture);
        const QList<NativeFile> before = files->nativeFiles();
        const ServiceConfig wanted = wantedFor(settingsIn(*files));
        const Result<> applied = applySettings(wanted, *files);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().text()));
        const QList<NativeFile> after = files->nativeFiles();
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < after.size(); ++i)
            QCOMPARE(foreignPart(after[i]), foreignPart(before[i]));
        QVERIFY(fixture.write(after));
        const ServiceConfig now = settingsIn(*read(fixture));
        QCOMPARE(now.passivePorts, wanted.passivePorts);
        QCOMPARE(now.sites, wanted.sites);
        const std::unique_ptr<PureFtpdFiles> again = read(fixture);
        QVERIFY(applySettings(wanted, *again));
        QCOMPARE(again->nativeFiles(), after);
        fixture.compareWithGolden(golden, before, after);
    }

    void pureFtpdRunsWithEachResult_data() { fixtureRows(fixtures); }

    void pureFtpdRunsWithEachResult()
    {
        FERRY_NEEDS(!pureFtpdProgram().isEmpty(), "Pure-FTPd is not unpacked in the build folder.");
        FERRY_NEEDS_ROOT("Debian's Pure-FTPd starts as root only, with setgroups(2).");
        const NativeFixture fixture(fixtures, m_words);
        const PureFtpdDriver driver = driverFor(configPathOf(fixture));
        const QList<NativeFile> before = driver.nativeFiles().value();
        const auto files = driver.prepare(wantedFor(*driver.observe()));
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
        const Result<> checked = driver.check(*files);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
        QCOMPARE(driver.nativeFiles().value(), before);
        QVERIFY(QDir(m_folder.filePath(u"trial"_s)).isEmpty());
    }

    void theTrialQuotesWhatPureFtpdSays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown setting") << QByteArray("Nonsense yes\n") << u"pure-ftpd.conf:2:1: property not found"_s;
        QTest::newRow("comment behind a value") << QByteArray("TLS 0 # off\n") << u"pure-ftpd.conf:2:"_s;
        QTest::newRow("range that is none") << QByteArray("PassivePortRange 5000 4000\n") << u"Illegal ports range"_s;
        QTest::newRow("no certificate") << QByteArray("TLS 1\nCertFile /nonexistent\n") << u"/nonexistent"_s;
        QTest::newRow("address of another machine") << QByteArray("Bind 192.0.2.77,21\n") << u"192.0.2.77"_s;
        QTest::newRow("port that is none") << QByteArray("Bind 127.0.0.1,nonsense\n") << u"\"nonsense\""_s;
        QTest::newRow("port out of range") << QByteArray("Bind 127.0.0.1,70000\n") << u"\"70000\""_s;
        QTest::newRow("bind with a comment") << QByteArray("Bind 127.0.0.1,21 # x\n") << u"syntax error"_s;
    }

    void theTrialQuotesWhatPureFtpdSays()
    {
        FERRY_NEEDS(!pureFtpdProgram().isEmpty(), "Pure-FTPd is not unpacked in the build folder.");
        FERRY_NEEDS_ROOT("Debian's Pure-FTPd starts as root only, with setgroups(2).");
        QFETCH(QByteArray, line);
        QFETCH(QString, words);
        const NativeFixture fixture(fixtures, m_words, u"conf-minimal"_s);
        const QString path = configPathOf(fixture);
        const Result<> checked = driverFor(path).check({{path, "MinUID 1000\n" + line}});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Refused);
        QVERIFY2(checked.error().why.contains(words), qPrintable(checked.error().why));
    }

    void whatTheWrapperWouldRefuseIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("unknown setting") << u"Nonsense"_s << QByteArray("yes\n");
        QTest::newRow("not two numbers") << u"PassivePortRange"_s << QByteArray("5000-5003\n");
        QTest::newRow("not a switch") << u"NoAnonymous"_s << QByteArray("maybe\n");
        QTest::newRow("not a number") << u"TLS"_s << QByteArray("on\n");
        QTest::newRow("white space") << u"ForcePassiveIP"_s << QByteArray("192.0.2.1 # gateway\n");
    }

    void whatTheWrapperWouldRefuseIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, value);
        const NativeFixture fixture(fixtures, m_words, u"folder-ranges"_s);
        const QString file = fixture.path(u"conf/"_s + name);
        QVERIFY(writeDurably(file, value));
        const PureFtpdDriver driver = driverFor(configPathOf(fixture));
        const Result<> checked = driver.check(driver.nativeFiles().value());
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Refused);
        QCOMPARE(checked.error().subject, file);
    }

    void settingsAreFoundWhereTheyCount()
    {
        const auto found = [&](const QString &name) {
            return settingsIn(*read(NativeFixture(fixtures, m_words, name)));
        };
        const ServiceConfig duplicates = found(u"conf-duplicates"_s);
        QCOMPARE(duplicates.passivePorts, PortRange::fromTrusted(21000, 21010));
        QCOMPARE(duplicates.sites[0].externalAddress, Address::fromTrusted(u"198.51.100.1"));
        QCOMPARE(duplicates.sites[0].address, Address::fromTrusted(u"127.0.0.3"));
        QCOMPARE(duplicates.sites[0].port, 2121);
        const ServiceConfig spellings = found(u"conf-spellings"_s);
        QCOMPARE(spellings.passivePorts, PortRange::fromTrusted(30000, 30100));
        QCOMPARE(spellings.sites[0].externalAddress, Address::fromTrusted(u"198.51.100.9"));
        QCOMPARE(found(u"conf-includes"_s).passivePorts, PortRange::fromTrusted(35000, 35999));
        QCOMPARE(found(u"conf-tls"_s).sites[0].tls, TlsMode::Explicit);
        QCOMPARE(found(u"folder-tls"_s).sites[0].tls, TlsMode::Explicit);
        QCOMPARE(found(u"folder-comments"_s).passivePorts, PortRange::fromTrusted(50000, 50100));
        QCOMPARE(found(u"folder-bound"_s).sites[0].externalAddress, std::nullopt); // a name
        QCOMPARE(found(u"folder-bound"_s).sites[0].port, 21);
        QCOMPARE(PureFtpdFiles::read(u"/nonexistent/pure-ftpd.conf"_s).error().code, ErrorCode::NotFound);
    }

    void filesThatAreNobodysBusinessStayOutOfSight()
    {
        const NativeFixture fixture(fixtures, m_words, u"conf-includes"_s);
        QStringList names;
        for (const NativeFile &file : read(fixture)->nativeFiles())
            names << QFileInfo(file.path).fileName();
        QCOMPARE(names, (QStringList{u"pure-ftpd.conf"_s, u"passive.conf"_s}));
    }

    void aFileElsewhereIsNotEdited()
    {
        QTemporaryDir folder;
        QTemporaryDir elsewhere;
        const QString main = folder.filePath(u"pure-ftpd.conf"_s);
        QVERIFY(writeDurably(elsewhere.filePath(u"p.conf"_s), "PassivePortRange 6000 6010\n"));
        QVERIFY(writeDurably(main, "Include " + elsewhere.filePath(u"p.conf"_s).toUtf8() + '\n'));
        const std::unique_ptr<PureFtpdFiles> files = std::move(PureFtpdFiles::read(main).value());
        ServiceConfig wanted;
        wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
        QCOMPARE(applySettings(wanted, *files).error().code, ErrorCode::Unsupported);
    }

    void whatPureFtpdCannotDoIsRefused()
    {
        const Address one = Address::fromTrusted(u"203.0.113.1");
        const ServiceConfig::Site site{u"a"_s, Address(), 21, TlsMode::None, one};
        ServiceConfig::Site other = site;
        other.name = u"b"_s;
        QCOMPARE(applied("", {site, other}), "ForcePassiveIP 203.0.113.1\n");
        other.externalAddress = Address::fromTrusted(u"203.0.113.2");
        QCOMPARE(applied("", {site, other}), "Unsupported");
        other.externalAddress = one;
        other.port = 22;
        QCOMPARE(applied("", {site, other}), "Unsupported");
        other = site;
        other.tls = TlsMode::Implicit;
        QCOMPARE(applied("", {other}), "Unsupported");
        QCOMPARE(applied("TLS 1\n", {site}), "Unsupported");
        other = site;
        other.externalAddress = Address::fromTrusted(u"2001:db8::1");
        QCOMPARE(applied("", {other}), "Unsupported");
        QCOMPARE(applied("", {site}, PortRange::fromTrusted(1000, 1010)), "Unsupported");
    }

    void listenersAndTlsFollowTheSite()
    {
        const auto after = [](const QByteArray &text, const QString &address, quint16 port, TlsMode tls) {
            return applied(text, {{u"a"_s, Address::fromTrusted(address), port, tls, {}}});
        };
        QCOMPARE(after("", u"127.0.0.3"_s, 2121, TlsMode::None), "Bind ,2121\n");
        QCOMPARE(after("Bind 21\n", u"127.0.0.3"_s, 2121, TlsMode::None), "Bind 2121\n");
        QCOMPARE(after("Bind 127.0.0.1,\n", u"127.0.0.1"_s, 2121, TlsMode::None), "Bind 127.0.0.1,2121\n");
        QCOMPARE(after("Bind 127.0.0.1,21\n", u"127.0.0.3"_s, 21, TlsMode::None), "Bind 127.0.0.3,21\n");
        QCOMPARE(after("Bind 127.0.0.1,21\n", u"::1"_s, 21, TlsMode::None), "Bind 0::1,21\n");
        QCOMPARE(after("TLS 0\n", u"127.0.0.3"_s, 21, TlsMode::Explicit), "TLS 1\n");
        QCOMPARE(after("TLS 3\n", u"127.0.0.3"_s, 21, TlsMode::Explicit), "TLS 3\n");
    }

    void anyBytesAreKept()
    {
        const QByteArray odd("\0\xff\n\n\r\n=\n:\n#\nTLS\n  Bind", 26);
        QCOMPARE(applied(odd, {}), odd);
    }

private:
    static QByteArray applied(
        const QByteArray &bytes, const QList<ServiceConfig::Site> &sites, const std::optional<PortRange> &ports = {})
    {
        const QString path = u"/nonexistent/pure-ftpd.conf"_s;
        const std::unique_ptr<PureFtpdFiles> files = std::move(PureFtpdFiles::read(path, {{path, bytes}}).value());
        ServiceConfig wanted;
        wanted.id = serviceId;
        wanted.sites = sites;
        wanted.passivePorts = ports;
        if (const Result<> done = applySettings(wanted, *files); !done)
            return done.error().code == ErrorCode::Unsupported ? "Unsupported" : done.error().text().toUtf8();
        return files->nativeFiles().first().bytes.value_or(QByteArray());
    }

    PureFtpdDriver driverFor(const QString &path) const
    {
        return PureFtpdDriver(serviceId, path, {pureFtpdProgram(), {}, {{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}, {}},
            m_folder.filePath(u"trial"_s));
    }

    QTemporaryDir m_folder;
    QMap<QByteArray, QByteArray> m_words;
};

QTEST_GUILESS_MAIN(PureFtpdTest)
#include "tst_pureftpd.moc"
