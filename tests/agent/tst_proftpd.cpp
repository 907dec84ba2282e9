#include "app/agent/files/Durable.h"
#include "app/agent/services/proftpd/ProftpdDriver.h"
#include "app/agent/services/proftpd/ProftpdSettings.h"
#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
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

const QString fixtures = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/proftpd");
const QString golden = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/proftpd");
const QString packages = QStringLiteral(FERRYGATE_BUILD_DIR "/lab-packages");
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

// What Debian compiles in and the fixtures ask for; "proftpd -l" says it where the program is there.
const ProftpdBuild build{QSet<QByteArray>{"mod_core.c", "mod_dso.c", "mod_ident.c", "mod_delay.c", "mod_ctrls.c"}, {}};

const QByteArrayList ownKeys{
    "passiveports", "masqueradeaddress", "tlsmasqueradeaddress", "port", "defaultaddress", "tlsengine", "tlsoptions"};

/// The file without the directives that are Ferrygate's business.
QByteArray foreignPart(const QByteArray &bytes, const QString &ownPath)
{
    QByteArray rest;
    const QByteArrayList lines = linesOf(bytes);
    for (qsizetype at = 0; at < lines.size();) {
        const ProftpdLine line = readProftpdLine(lines, at);
        at += line.count;
        const bool isOurInclude = line.key() == "include" && line.arguments().value(0) == ownPath.toUtf8();
        if (!ownKeys.contains(line.key()) && !isOurInclude)
            rest += line.raw;
    }
    return rest;
}

QByteArray bytesAt(const QList<NativeFile> &files, const QString &path)
{
    for (const NativeFile &file : files) {
        if (file.path == path)
            return file.bytes.value_or(QByteArray());
    }
    return {};
}

/// New settings for everything that the configuration has.
ServiceConfig wantedFor(const ServiceConfig &present)
{
    ServiceConfig wanted = present;
    wanted.id = serviceId;
    wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
    for (qsizetype i = 0; i < wanted.sites.size(); ++i)
        wanted.sites[i].externalAddress = Address::fromTrusted(u"203.0.113.%1"_s.arg(i + 1));
    return wanted;
}

} // namespace

/// The driver over configurations as they are found in the world.
class ProftpdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const pki::Identity authority = pki::createAuthority(u"Test"_s).value();
        const pki::Identity server = pki::issueServer(authority, u"ftp"_s, {u"127.0.0.3"_s}).value();
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"cert.pem"_s), server.certificatePem));
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"key.pem"_s), server.keyPem));
        m_words = {{"@MODULES@", (packages + u"/usr/lib/proftpd"_s).toUtf8()},
            {"@CERTIFICATE@", m_folder.filePath(u"cert.pem"_s).toUtf8()},
            {"@KEY@", m_folder.filePath(u"key.pem"_s).toUtf8()}};
    }

    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange_data() { fixtureRows(fixtures); }

    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange()
    {
        const NativeFixture fixture(fixtures, m_words);
        ProftpdConfiguration configuration = read(fixture);
        const QList<NativeFile> before = configuration.nativeFiles();
        const ServiceConfig found = settingsIn(configuration);
        QVERIFY(!found.sites.isEmpty());
        const Result<> applied = applySettings(found, configuration);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().text()));
        QCOMPARE(configuration.nativeFiles(), before);
    }

    void onlyTheIntendedDirectivesDiffer_data() { fixtureRows(fixtures); }

    void onlyTheIntendedDirectivesDiffer()
    {
        const NativeFixture fixture(fixtures, m_words);
        ProftpdConfiguration configuration = read(fixture);
        const QList<NativeFile> before = configuration.nativeFiles();
        const ServiceConfig wanted = wantedFor(settingsIn(configuration));
        const Result<> applied = applySettings(wanted, configuration);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().text()));
        const QList<NativeFile> after = configuration.nativeFiles();
        QCOMPARE(after.size(), before.size());
        for (const NativeFile &file : before) {
            if (file.path == configuration.ownPath())
                continue;
            // Only a last line that lacked its ending may have got one, in front of our Include.
            QByteArray rest = foreignPart(bytesAt(after, file.path), configuration.ownPath());
            const QByteArray old = foreignPart(*file.bytes, configuration.ownPath());
            QVERIFY2(rest == old || rest == old + '\n' || rest == old + "\r\n", rest.constData());
        }
        // Read from the disk again, as the server will.
        QVERIFY(fixture.write(after));
        const ServiceConfig now = settingsIn(read(fixture));
        QCOMPARE(now.passivePorts, wanted.passivePorts);
        QCOMPARE(now.sites, wanted.sites);
        ProftpdConfiguration again = read(fixture);
        QVERIFY(applySettings(wanted, again));
        QCOMPARE(again.nativeFiles(), after);
        fixture.compareWithGolden(golden, before, after);
    }

    void proftpdAcceptsEachResult_data() { fixtureRows(fixtures); }

    void proftpdAcceptsEachResult()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const NativeFixture fixture(fixtures, m_words);
        const ProftpdDriver driver = driverFor(fixture.path(u"proftpd.conf"_s));
        const auto before = driver.nativeFiles();
        QVERIFY(before);
        const Result<> asItIs = driver.check(*before);
        QVERIFY2(asItIs.has_value(), asItIs ? "" : qPrintable(asItIs.error().text()));
        // What the program says of itself is what the other tests take for granted.
        QCOMPARE(settingsIn(read(fixture)).sites, driver.observe()->sites);
        const auto files = driver.prepare(wantedFor(*driver.observe()));
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
        const Result<> checked = driver.check(*files);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
        QCOMPARE(driver.nativeFiles().value(), *before);
        QVERIFY(QDir(m_folder.filePath(u"trial"_s)).isEmpty());
    }

    void proftpdsComplaintNamesTheRealFileAndLine()
    {
        FERRY_NEEDS(!proftpdProgram().isEmpty(), "ProFTPD is not unpacked in the build folder.");
        const NativeFixture fixture(fixtures, m_words, u"virtuals-included"_s);
        const ProftpdDriver driver = driverFor(fixture.path(u"proftpd.conf"_s));
        QList<NativeFile> files = driver.nativeFiles().value();
        const QString broken = fixture.path(u"sites/20-beta.conf"_s);
        for (NativeFile &file : files) {
            if (file.path == broken)
                file.bytes = "<VirtualHost 192.0.2.22>\n  ServerName beta\n  PassivePorts 31100 31000\n</VirtualHost>";
        }
        const Result<> checked = driver.check(files);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Refused);
        const QString &why = checked.error().why;
        QVERIFY2(why.contains(u"PassivePorts"_s) && why.contains(u"line 3 of '%1'"_s.arg(broken)), qPrintable(why));
    }

    void aProgramThatIsNotThereIsToldInWords()
    {
        const NativeFixture fixture(fixtures, m_words, u"duplicates"_s);
        const ProftpdDriver driver(serviceId, fixture.path(u"proftpd.conf"_s),
            ProftpdChecker{{u"/nonexistent/proftpd"_s, {}, {}, {}}, m_folder.filePath(u"trial"_s)});
        const Result<> checked = driver.check(driver.nativeFiles().value());
        QVERIFY(!checked);
        QVERIFY(checked.error().what.contains(u"/nonexistent/proftpd"_s));
        QCOMPARE(
            ProftpdDriver(serviceId, u"/nonexistent/proftpd.conf"_s, {}).observe().error().code, ErrorCode::NotFound);
    }

    void settingsAreFoundWhereTheyCount()
    {
        const auto found = [&](const QString &name) {
            return settingsIn(read(NativeFixture(fixtures, m_words, name)));
        };
        const ServiceConfig offices = found(u"virtual-hosts"_s);
        QCOMPARE(offices.passivePorts, std::nullopt); // one of three has a range
        QCOMPARE(offices.sites.size(), 3);
        QCOMPARE(offices.sites[1].name, u"Branch office"_s);
        QCOMPARE(offices.sites[1].port, 2121);
        QCOMPARE(offices.sites[1].externalAddress, Address::fromTrusted(u"198.51.100.11"));
        QCOMPARE(offices.sites[2].address, Address::fromTrusted(u"192.0.2.12"));
        const ServiceConfig duplicates = found(u"duplicates"_s);
        QCOMPARE(duplicates.passivePorts, PortRange::fromTrusted(20000, 20100));
        QCOMPARE(duplicates.sites[0].externalAddress, Address::fromTrusted(u"198.51.100.60"));
        QCOMPARE(duplicates.sites[0].name, u"Edited by many, again"_s);
        const ServiceConfig implicit = found(u"implicit"_s);
        QCOMPARE(implicit.sites.size(), 2); // the main server does not listen
        QCOMPARE(implicit.sites[0].tls, TlsMode::Explicit);
        QCOMPARE(implicit.sites[1].tls, TlsMode::Implicit);
        QCOMPARE(implicit.sites[1].port, 990);
        QCOMPARE(found(u"conditions"_s).passivePorts, PortRange::fromTrusted(40000, 40500));
        QCOMPARE(found(u"conditions"_s).sites[0].externalAddress, std::nullopt);
        QCOMPARE(found(u"comments-and-continuations"_s).passivePorts, PortRange::fromTrusted(40000, 40100));
        QCOMPARE(found(u"quoted"_s).sites[0].name, u"The \"old\" server # 7"_s);
        QCOMPARE(found(u"tls-masquerade"_s).sites[0].externalAddress, std::nullopt); // two that differ
        QCOMPARE(found(u"debian-tls"_s).sites[0].tls, TlsMode::Explicit);
    }

    void filesThatAreNobodysBusinessStayOutOfSight()
    {
        const NativeFixture fixture(fixtures, m_words, u"debian-tls"_s);
        QStringList names;
        for (const NativeFile &file : read(fixture).nativeFiles())
            names << QFileInfo(file.path).fileName();
        QCOMPARE(names, (QStringList{u"proftpd.conf"_s, u"proftpd-ferrygate.conf"_s, u"tls.conf"_s}));
    }

    void tlsIsSwitchedOnAndNeverOff()
    {
        const QByteArray start = "LoadModule mod_tls.c\nServerName a\n";
        const auto after = [&](const QByteArray &text, TlsMode tls) {
            return applied(start + text, {{u"a"_s, Address(), 21, tls, {}}});
        };
        QCOMPARE(after("TLSEngine off\n", TlsMode::Explicit), start + "TLSEngine on\n");
        QCOMPARE(after("TLSEngine on\nTLSOptions EnableDiags # x\n", TlsMode::Implicit),
            start + "TLSEngine on\nTLSOptions EnableDiags UseImplicitSSL # x\n");
        QCOMPARE(after("TLSEngine on\nTLSOptions UseImplicitSSL EnableDiags\n", TlsMode::Explicit),
            start + "TLSEngine on\nTLSOptions EnableDiags\n");
        QCOMPARE(after("TLSEngine on\nTLSOptions UseImplicitSSL\n", TlsMode::Explicit), start + "TLSEngine on\n");
        QCOMPARE(after("TLSEngine on\n", TlsMode::None), "Unsupported");
        QCOMPARE(
            after("TLSEngine on\n<Global>\nTLSOptions UseImplicitSSL\n</Global>\n", TlsMode::Explicit), "Unsupported");
    }

    void listenersFollowTheSite()
    {
        const Address here = Address::fromTrusted(u"127.0.0.3");
        QCOMPARE(
            applied("ServerName a\nPort 21\n", {{u"a"_s, here, 2121, TlsMode::None, {}}}), "ServerName a\nPort 2121\n");
        QCOMPARE(applied("ServerName a\nDefaultAddress 192.0.2.1\n", {{u"a"_s, here, 21, TlsMode::None, {}}}),
            "ServerName a\nDefaultAddress 127.0.0.3\n");
        QCOMPARE(applied("ServerName a\nDefaultAddress ftp.example.com\n", {{u"a"_s, here, 21, TlsMode::None, {}}}),
            "ServerName a\nDefaultAddress ftp.example.com\n");
        QCOMPARE(applied("ServerName a\nDefaultAddress 192.0.2.1 192.0.2.2\n", {{u"a"_s, here, 21, TlsMode::None, {}}}),
            "Unsupported");
        QCOMPARE(applied("ServerName a\n<VirtualHost 192.0.2.1>\nServerName b\n</VirtualHost>\n",
                     {{u"b"_s, here, 21, TlsMode::None, {}}}),
            "Unsupported");
    }

    void theFirstSiteIsTheMainServerHoweverItIsCalled()
    {
        QCOMPARE(applied("ServerName a\nMasqueradeAddress 192.0.2.1\n",
                     {{u"default"_s, Address(), 21, TlsMode::None, Address::fromTrusted(u"203.0.113.1")}}),
            "ServerName a\nMasqueradeAddress 203.0.113.1\n");
        QCOMPARE(applied("ServerName a\n<VirtualHost 127.0.0.1>\nServerName b\n</VirtualHost>\n",
                     {{u"a"_s, Address(), 21, TlsMode::None, {}}, {u"c"_s, Address(), 21, TlsMode::None, {}}}),
            "Unsupported");
    }

    void whatProftpdCannotDoIsRefused()
    {
        const ServiceConfig::Site site{u"a"_s, Address(), 21, TlsMode::None, {}};
        ServiceConfig::Site six = site;
        six.externalAddress = Address::fromTrusted(u"2001:db8::1");
        QCOMPARE(applied("ServerName a\n", {six}), "Unsupported");
        QCOMPARE(applied("ServerName a\nServerType inetd\n", {site}), "Unsupported");
        QCOMPARE(applied("ServerName a\n", {site}, PortRange::fromTrusted(5000, 5000)), "Unsupported");
        QCOMPARE(applied("ServerName a\n", {site}, PortRange::fromTrusted(1000, 1010)), "Unsupported");
    }

    void aFileOfTwoServersIsNotEditedForOne()
    {
        QTemporaryDir folder;
        const QString main = folder.filePath(u"proftpd.conf"_s);
        QVERIFY(writeDurably(folder.filePath(u"common.conf"_s), "MasqueradeAddress 192.0.2.1\n"));
        const QByteArray include = "Include " + folder.filePath(u"common.conf"_s).toUtf8() + '\n';
        QVERIFY(writeDurably(main,
            "ServerName a\n" + include + "<VirtualHost 127.0.0.9>\nServerName b\n" + include + "</VirtualHost>\n"));
        ProftpdConfiguration configuration = ProftpdConfiguration::read(main, build).value();
        ServiceConfig wanted = settingsIn(configuration);
        wanted.sites[0].externalAddress = Address::fromTrusted(u"203.0.113.1");
        const Result<> refused = applySettings(wanted, configuration);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        // The same for both is fine.
        ProftpdConfiguration again = ProftpdConfiguration::read(main, build).value();
        wanted.sites[1].externalAddress = wanted.sites[0].externalAddress;
        QVERIFY(applySettings(wanted, again));
        QCOMPARE(bytesAt(again.nativeFiles(), folder.filePath(u"common.conf"_s)), "MasqueradeAddress 203.0.113.1\n");
    }

    void aFileThatIsReadWithItsWholeFolderIsNotEdited_data()
    {
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("isInside");
        QTest::addColumn<bool>("isEdited");
        QTest::newRow("folder") << u"conf.d/"_s << true << false;
        QTest::newRow("pattern") << u"conf.d/*.conf"_s << true << true;
        QTest::newRow("elsewhere") << u"conf.d/*.conf"_s << false << false;
    }

    void aFileThatIsReadWithItsWholeFolderIsNotEdited()
    {
        QFETCH(QString, include);
        QFETCH(bool, isInside);
        QFETCH(bool, isEdited);
        QTemporaryDir folder;
        QTemporaryDir elsewhere;
        const QDir where(isInside ? folder.path() : elsewhere.path());
        QVERIFY(where.mkdir(u"conf.d"_s));
        QVERIFY(writeDurably(where.filePath(u"conf.d/nat.conf"_s), "PassivePorts 6000 6010\n"));
        const QString main = folder.filePath(u"proftpd.conf"_s);
        QVERIFY(writeDurably(main, "ServerName a\nInclude " + where.filePath(include).toUtf8() + '\n'));
        ProftpdConfiguration configuration = ProftpdConfiguration::read(main, build).value();
        ServiceConfig wanted;
        wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
        const Result<> done = applySettings(wanted, configuration);
        QCOMPARE(done.has_value(), isEdited);
        QCOMPARE(bytesAt(configuration.nativeFiles(), where.filePath(u"conf.d/nat.conf"_s)),
            isEdited ? "PassivePorts 5000 5003\n" : "PassivePorts 6000 6010\n");
    }

    void anOwnFileThatNothingIncludesDoesNotComeIntoForce()
    {
        QTemporaryDir folder;
        const QString main = folder.filePath(u"proftpd.conf"_s);
        QVERIFY(writeDurably(main, "ServerName a\n"));
        QVERIFY(writeDurably(folder.filePath(u"proftpd-ferrygate.conf"_s), "MasqueradeAddress 192.0.2.1\n"));
        ProftpdConfiguration configuration = ProftpdConfiguration::read(main, build).value();
        ServiceConfig wanted = settingsIn(configuration);
        QCOMPARE(wanted.sites[0].externalAddress, std::nullopt);
        wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
        QVERIFY(applySettings(wanted, configuration));
        QCOMPARE(settingsIn(configuration).sites[0].externalAddress, std::nullopt);
    }

    void anyBytesAreKept()
    {
        const QByteArray odd("\0\xff <\n>\n\r\n</VirtualHost>\n<\n\\\n\"\n Include\nInclude x y\n<IfModule", 57);
        QCOMPARE(linesOf(odd).join(), odd);
        QCOMPARE(applied(odd, {}), odd);
    }

private:
    static ProftpdConfiguration read(const NativeFixture &fixture)
    {
        return ProftpdConfiguration::read(fixture.path(u"proftpd.conf"_s), build).value();
    }

    /// The first file after the settings were applied to one with these bytes, or "Unsupported".
    static QByteArray applied(
        const QByteArray &bytes, const QList<ServiceConfig::Site> &sites, const std::optional<PortRange> &ports = {})
    {
        const QString path = u"/nonexistent/proftpd.conf"_s;
        Result<ProftpdConfiguration> configuration = ProftpdConfiguration::read(path, build, {{path, bytes}});
        ServiceConfig wanted;
        wanted.id = serviceId;
        wanted.sites = sites;
        wanted.passivePorts = ports;
        const Result<> done = applySettings(wanted, *configuration);
        if (!done)
            return done.error().code == ErrorCode::Unsupported ? "Unsupported" : done.error().text().toUtf8();
        return configuration->nativeFiles().first().bytes.value_or(QByteArray());
    }

    ProftpdDriver driverFor(const QString &path) const
    {
        return ProftpdDriver(serviceId, path,
            ProftpdChecker{{proftpdProgram(), {u"-n"_s, u"-c"_s, path},
                               {{u"LD_LIBRARY_PATH"_s, packages + u"/usr/lib/x86_64-linux-gnu"_s}}, {}},
                m_folder.filePath(u"trial"_s)});
    }

    QTemporaryDir m_folder;
    QMap<QByteArray, QByteArray> m_words;
};

QTEST_GUILESS_MAIN(ProftpdTest)
#include "tst_proftpd.moc"
