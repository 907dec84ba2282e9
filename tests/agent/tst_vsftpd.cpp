#include "app/agent/files/Durable.h"
#include "app/agent/process/Process.h"
#include "app/agent/services/vsftpd/VsftpdDriver.h"
#include "app/agent/services/vsftpd/VsftpdSettings.h"
#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"
#include "tests/agent/AgentLab.h"
#include "tests/support/Prerequisite.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir fixtures(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/vsftpd"));
const QDir golden(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/vsftpd"));

const QByteArrayList ownKeys{"pasv_enable", "pasv_min_port", "pasv_max_port", "pasv_address", "listen_port",
    "listen_address", "ssl_enable", "implicit_ssl"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool setsOwnKey(const QByteArray &line)
{
    return std::any_of(
        ownKeys.cbegin(), ownKeys.cend(), [&](const QByteArray &key) { return line.trimmed().startsWith(key + '='); });
}

/// The file without the lines that set one of our keys.
QByteArray foreignPart(const QByteArray &bytes)
{
    QByteArrayList lines = bytes.split('\n');
    lines.removeIf(setsOwnKey);
    return lines.join('\n');
}

ServiceConfig wantedFor(const VsftpdConf &conf)
{
    ServiceConfig wanted;
    wanted.id = ServiceId::fromTrusted(u"files-1"_s);
    wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
    const ServiceConfig::Site present = settingsIn(conf).sites.first();
    wanted.sites = {
        {u"default"_s, Address::fromTrusted(u"127.0.0.3"), 2121, present.tls, Address::fromTrusted(u"203.0.113.1")}};
    return wanted;
}

} // namespace

/// The driver over files as they are found in the world: nothing but its own keys changes, and vsftpd runs with each.
class VsftpdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const pki::Identity authority = pki::createAuthority(u"Test"_s).value();
        const pki::Identity server = pki::issueServer(authority, u"ftp"_s, {u"127.0.0.3"_s}).value();
        QVERIFY(pki::writeSecretFile(m_folder.filePath(u"cert.pem"_s), server.certificatePem + server.keyPem));
        QVERIFY(QDir(m_folder.path()).mkdir(u"root"_s));
    }

    void onlyTheIntendedKeysDiffer_data() { fixtureRows(); }

    void onlyTheIntendedKeysDiffer()
    {
        QFETCH(QString, name);
        const QByteArray before = contentOf(fixtures.filePath(name));
        QVERIFY(!before.isEmpty());
        VsftpdConf conf(before);
        const ServiceConfig wanted = wantedFor(conf);
        QVERIFY(applySettings(wanted, conf));
        const QByteArray after = conf.toBytes();

        QCOMPARE(foreignPart(after), foreignPart(before));
        QCOMPARE(settingsIn(VsftpdConf(after)).passivePorts, wanted.passivePorts);
        QCOMPARE(settingsIn(VsftpdConf(after)).sites[0].externalAddress, wanted.sites[0].externalAddress);
        QCOMPARE(settingsIn(VsftpdConf(after)).sites[0].port, wanted.sites[0].port);
        QVERIFY(VsftpdConf(after).isOn("pasv_enable", true));

        // What is wanted once is wanted twice: nothing more to do.
        VsftpdConf again(after);
        QVERIFY(applySettings(wanted, again));
        QCOMPARE(again.toBytes(), after);

        // FERRYGATE_WRITE_GOLDEN=1 writes what the driver renders now; look at the difference before committing it.
        if (qEnvironmentVariableIsSet("FERRYGATE_WRITE_GOLDEN")) {
            QFile file(golden.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(after);
        }
        QCOMPARE(after, contentOf(golden.filePath(name)));
    }

    void vsftpdRunsWithEachResult_data() { fixtureRows(); }

    void vsftpdRunsWithEachResult()
    {
        FERRY_NEEDS(!test::vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        QVERIFY(writeDurably(path, contentOf(fixtures.filePath(name))));
        const VsftpdDriver driver(ServiceId::fromTrusted(u"files-1"_s), trialFor(path));
        const auto files = driver.prepare(wantedFor(VsftpdConf(contentOf(path))));
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
        const Result<> checked = driver.check(*files);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
        QTRY_VERIFY(findRunningWith(m_folder.filePath(u"trial/vsftpd-trial.conf"_s)).isEmpty());
    }

    void debiansOwnFileChangesByItsKeysOnly()
    {
        const QString path = QStringLiteral(FERRYGATE_BUILD_DIR "/lab-packages/etc/vsftpd.conf");
        FERRY_NEEDS(QFileInfo::exists(path), "vsftpd is not unpacked in the build folder.");
        const QByteArray before = contentOf(path);
        VsftpdConf conf(before);
        QVERIFY(applySettings(wantedFor(conf), conf));
        QCOMPARE(foreignPart(conf.toBytes()), foreignPart(before));
        const Result<> checked = tryVsftpd(trialFor(path), conf.toBytes());
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
    }

    void theTrialQuotesWhatVsftpdSays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown setting") << QByteArray("nonsense=YES\n") << u"nonsense"_s;
        QTest::newRow("bad switch") << QByteArray("pasv_enable=maybe\n") << u"pasv_enable"_s;
        QTest::newRow("CR in a switch") << QByteArray("pasv_enable=YES\r\n") << u"pasv_enable"_s;
        QTest::newRow("blanks around =") << QByteArray("pasv_min_port = 1\n") << u"pasv_min_port"_s;
        QTest::newRow("address of another machine") << QByteArray("listen_address=192.0.2.77\n") << u"192.0.2.77"_s;
        QTest::newRow("TLS without certificate") << QByteArray("ssl_enable=YES\n") << u"SSL"_s;
    }

    void theTrialQuotesWhatVsftpdSays()
    {
        FERRY_NEEDS(!test::vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        QFETCH(QByteArray, line);
        QFETCH(QString, words);
        VsftpdTrial trial = trialFor(m_folder.filePath(u"bad.conf"_s));
        trial.command.arguments.removeIf([](const QString &argument) { return argument.contains(u"rsa_"_s); });
        const Result<> checked = tryVsftpd(trial, "listen=YES\n" + line);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Refused);
        QVERIFY2(checked.error().why.contains(words), qPrintable(checked.error().why));
    }

    void whatIsNotSetIsLeftAsItIs()
    {
        const QByteArray before = contentOf(fixtures.filePath(u"hardened.conf"_s));
        VsftpdConf conf(before);
        ServiceConfig nothing;
        QVERIFY(applySettings(nothing, conf));
        QCOMPARE(conf.toBytes(), before);
        // A site that says what is so already changes nothing either.
        nothing.sites = {{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 21, TlsMode::Explicit, {}}};
        QVERIFY(applySettings(nothing, conf));
        QCOMPARE(conf.toBytes(), before);
    }

    void tlsIsSwitchedOnAndNeverOff()
    {
        VsftpdConf plain("listen=YES\n");
        ServiceConfig wanted;
        wanted.sites = {{u"default"_s, Address(), 21, TlsMode::Explicit, {}}};
        QVERIFY(applySettings(wanted, plain));
        QCOMPARE(plain.toBytes(), "listen=YES\nssl_enable=YES\n");
        wanted.sites[0].tls = TlsMode::Implicit;
        QVERIFY(applySettings(wanted, plain));
        QCOMPARE(plain.toBytes(), "listen=YES\nssl_enable=YES\nimplicit_ssl=YES\n");
        wanted.sites[0].tls = TlsMode::Explicit;
        QVERIFY(applySettings(wanted, plain));
        QCOMPARE(plain.toBytes(), "listen=YES\nssl_enable=YES\nimplicit_ssl=NO\n");
        wanted.sites[0].tls = TlsMode::None;
        const Result<> refused = applySettings(wanted, plain);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    }

    void whatVsftpdCannotDoIsRefused()
    {
        ServiceConfig wanted;
        wanted.sites = {{u"a"_s, Address(), 21, TlsMode::None, {}}, {u"b"_s, Address(), 22, TlsMode::None, {}}};
        VsftpdConf conf("listen=YES\n");
        QCOMPARE(applySettings(wanted, conf).error().code, ErrorCode::Unsupported);
        wanted.sites.removeLast();
        wanted.sites[0].externalAddress = Address::fromTrusted(u"2001:db8::1");
        QCOMPARE(applySettings(wanted, conf).error().code, ErrorCode::Unsupported);
        wanted.sites[0].externalAddress.reset();
        VsftpdConf inetd("listen=NO\n");
        QCOMPARE(applySettings(wanted, inetd).error().code, ErrorCode::Unsupported);
    }

    void observationFindsWhatCounts()
    {
        const ServiceConfig found = settingsIn(VsftpdConf(contentOf(fixtures.filePath(u"duplicates.conf"_s))));
        QCOMPARE(found.passivePorts, std::nullopt); // 25000-20100 is no range
        QCOMPARE(found.sites[0].externalAddress, Address::fromTrusted(u"192.0.2.2"));
        const ServiceConfig hardened = settingsIn(VsftpdConf(contentOf(fixtures.filePath(u"hardened.conf"_s))));
        QCOMPARE(hardened.passivePorts, PortRange::fromTrusted(40000, 40100));
        QCOMPARE(hardened.sites[0].tls, TlsMode::Explicit);
        const ServiceConfig implicit = settingsIn(VsftpdConf(contentOf(fixtures.filePath(u"implicit-ssl.conf"_s))));
        QCOMPARE(implicit.sites[0].tls, TlsMode::Implicit);
        QCOMPARE(implicit.sites[0].port, 990);
        const VsftpdConf activeOnly("listen=YES\npasv_enable=NO\npasv_min_port=5000\npasv_max_port=5003\n");
        QCOMPARE(settingsIn(activeOnly).passivePorts, std::nullopt); // they are never handed out
    }

    void anyBytesAreKept()
    {
        const QByteArray odd = "\0\xff=\n\n\r\n=\n#\n listen=YES"_ba;
        VsftpdConf conf(odd);
        QCOMPARE(conf.toBytes(), odd);
        conf.set("pasv_min_port", "5000");
        QCOMPARE(conf.toBytes(), odd + "\npasv_min_port=5000");
        VsftpdConf empty({});
        empty.set("listen", "YES");
        QCOMPARE(empty.toBytes(), "listen=YES\n");
    }

private:
    static void fixtureRows()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = fixtures.entryList({u"*.conf"_s}, QDir::Files);
        QVERIFY(names.size() >= 10);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    // What the files name on their own machines, and what lets vsftpd run as whoever runs the test.
    VsftpdTrial trialFor(const QString &path) const
    {
        const QString root = m_folder.filePath(u"root"_s);
        const QString certificate = m_folder.filePath(u"cert.pem"_s);
        return {{test::vsftpdProgram(),
                    {path, u"-orun_as_launching_user=YES"_s, u"-oanonymous_enable=YES"_s, u"-olocal_enable=NO"_s,
                        u"-oftp_username=nobody"_s, u"-oanon_root="_s + root, u"-osecure_chroot_dir="_s + root,
                        u"-orsa_cert_file="_s + certificate, u"-orsa_private_key_file="_s + certificate},
                    {{u"LD_LIBRARY_PATH"_s, test::vsftpdLibraries()}}, {}},
            path, m_folder.filePath(u"trial"_s)};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(VsftpdTest)
#include "tst_vsftpd.moc"
