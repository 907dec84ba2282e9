#include "app/agent/files/Durable.h"
#include "app/agent/services/iis/IisDriver.h"
#include "app/agent/services/iis/IisSettings.h"
#include "tests/agent/NativeFixture.h"

#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString fixtures = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/fixtures/iis");
const QString golden = QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/golden/iis");
const QString fileName = u"applicationHost.config"_s;
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);

/// The lines that hold none of the elements and attributes that are Ferrygate's business.
QStringList foreignLines(const QByteArray &bytes)
{
    const bool isUtf16 = bytes.startsWith("\xFF\xFE");
    const QString text =
        isUtf16 ? QString(QStringDecoder(QStringDecoder::Utf16LE).decode(bytes)) : QString::fromLatin1(bytes);
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) {
        static const QStringList own{u"firewallSupport"_s, u"ftpServer"_s, u"bindingInformation"_s, u"192.0.2."_s,
            u"198.51.100."_s, u"203.0.113."_s, u"DataChannelPort"_s};
        return line.contains(u"</configuration"_s)
            || std::any_of(own.cbegin(), own.cend(), [&](const QString &word) { return line.contains(word); });
    });
    return lines;
}

ServiceConfig wantedFor(const ServiceConfig &present)
{
    ServiceConfig wanted = present;
    wanted.passivePorts = PortRange::fromTrusted(5000, 5003);
    for (qsizetype i = 0; i < wanted.sites.size(); ++i) {
        ServiceConfig::Site &site = wanted.sites[i];
        site.externalAddress = Address::fromTrusted(u"203.0.113.%1"_s.arg(i + 1));
        if (site.tls != TlsMode::Implicit)
            site.port = static_cast<quint16>(site.port + 3000);
    }
    return wanted;
}

/// A file with one site, and `inside` between its bindings and its end.
QByteArray oneSite(const QByteArray &inside = {}, const QByteArray &binding = "192.0.2.10:21:")
{
    return "<configuration><system.applicationHost><sites><site name=\"A\"><bindings><binding protocol=\"ftp\" "
           "bindingInformation=\""
        + binding + "\"/></bindings>" + inside + "</site></sites></system.applicationHost></configuration>";
}

/// The file with `wanted` in it, or why not.
QString applied(const QByteArray &bytes, const std::function<void(ServiceConfig &)> &change)
{
    Result<XmlText> xml = XmlText::parse(fileName, bytes);
    if (!xml)
        return xml.error().text();
    ServiceConfig wanted = settingsIn(*xml).value();
    wanted.id = serviceId;
    change(wanted);
    const Result<> done = applySettings(wanted, *xml);
    if (done)
        return QString::fromUtf8(xml->toBytes());
    return (done.error().code == ErrorCode::Unsupported ? u"Unsupported: "_s : QString()) + done.error().why;
}

} // namespace

/// The driver over configurations as they are found in the world. IIS itself cannot be run here.
class IisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange_data() { fixtureRows(fixtures); }

    void whatIsThereIsAdoptedAndAppliedBackWithoutAChange()
    {
        const NativeFixture fixture(fixtures, {});
        const IisDriver driver(serviceId, fixture.path(fileName));
        const QList<NativeFile> before = driver.nativeFiles().value();
        const Result<ServiceConfig> found = driver.observe();
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().text()));
        QVERIFY(!found->sites.isEmpty());
        const auto files = driver.prepare(*found);
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
        QVERIFY(*files == before);
        ServiceConfig nothing;
        QVERIFY(driver.prepare(nothing).value() == before);
    }

    void onlyTheIntendedSettingsDiffer_data() { fixtureRows(fixtures); }

    void onlyTheIntendedSettingsDiffer()
    {
        const NativeFixture fixture(fixtures, {});
        const IisDriver driver(serviceId, fixture.path(fileName));
        const QList<NativeFile> before = driver.nativeFiles().value();
        const ServiceConfig wanted = wantedFor(driver.observe().value());
        const auto after = driver.prepare(wanted);
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().text()));
        QCOMPARE(foreignLines(*after->first().bytes), foreignLines(*before.first().bytes));
        const Result<> checked = driver.check(*after);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
        QVERIFY(fixture.write(*after));
        const ServiceConfig now = driver.observe().value();
        QCOMPARE(now.passivePorts, wanted.passivePorts);
        QCOMPARE(now.sites, wanted.sites);
        QVERIFY(driver.prepare(wanted).value() == *after);
        fixture.compareWithGolden(golden, before, *after);
    }

    void settingsAreFoundWhereTheyCount()
    {
        const auto found = [](const QString &name) {
            const NativeFixture fixture(fixtures, {}, name);
            return IisDriver(serviceId, fixture.path(fileName)).observe().value();
        };
        const ServiceConfig several = found(u"several-sites"_s);
        QCOMPARE(several.software, FtpSoftware::Iis);
        QCOMPARE(several.passivePorts, PortRange::fromTrusted(50000, 50100));
        QCOMPARE(several.sites.size(), 3); // one has no FTP binding
        QCOMPARE(several.sites[1].name, u"Archive"_s);
        QCOMPARE(several.sites[1].address, Address::fromTrusted(u"192.0.2.11")); // the first of its bindings
        QCOMPARE(several.sites[1].port, 2121);
        QCOMPARE(several.sites[1].externalAddress, Address::fromTrusted(u"198.51.100.11"));
        QVERIFY(several.sites[2].address.isUnspecified());
        QCOMPARE(several.sites[2].externalAddress, std::nullopt);
        QCOMPARE(found(u"ftps-required"_s).passivePorts, std::nullopt); // 0-0
        QCOMPARE(found(u"ftps-required"_s).sites[0].tls, TlsMode::Explicit);
        QCOMPARE(found(u"iis-10"_s).sites[0].tls, TlsMode::None); // allowed, but without a certificate
        QCOMPARE(found(u"location-tags"_s).passivePorts, PortRange::fromTrusted(40000, 41000));
        QCOMPARE(found(u"comments"_s).sites.size(), 1);
        QCOMPARE(found(u"comments"_s).passivePorts, std::nullopt);
        const ServiceConfig entities = found(u"entities"_s);
        QCOMPARE(entities.sites[0].name, u"Smith & Sons \"FTP\" – ß"_s);
        QCOMPARE(entities.sites[0].port, 21);
        QCOMPARE(entities.passivePorts, PortRange::fromTrusted(5100, 5199));
        const ServiceConfig defaults = found(u"site-defaults"_s);
        QCOMPARE(defaults.sites[0].externalAddress, Address::fromTrusted(u"198.51.100.61"));
        QCOMPARE(defaults.sites[0].tls, TlsMode::Explicit);
        QCOMPARE(defaults.sites[1].externalAddress, std::nullopt);
        QCOMPARE(defaults.sites[1].tls, TlsMode::None);
        QCOMPARE(found(u"implicit"_s).sites[0].tls, TlsMode::Explicit);
        QCOMPARE(found(u"implicit"_s).sites[1].tls, TlsMode::Implicit);
        QCOMPARE(found(u"ipv6-and-host-names"_s).sites[1].address, Address::fromTrusted(u"2001:db8::80"));
        QCOMPARE(found(u"utf-16"_s).sites[0].name, u"Datenübergabe"_s);
        QCOMPARE(found(u"data-denied"_s).sites[0].tls, TlsMode::None);
    }

    void whatIsNoSuchFileIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &words,
                             ErrorCode code = ErrorCode::InvalidInput) {
            QTest::newRow(name) << bytes << code << words;
        };
        row("an end tag too many", "<configuration>\n  <a>\n  </b>\n</configuration>", u"Line 3, column "_s);
        row("cut short", "<configuration>\r\n  <system.ftpServer>\r\n", u"Line 3, column "_s);
        row("a quote that is missing", "<configuration>\n<a b=c/></configuration>", u"Line 2, column "_s);
        row("empty", "", u"Line 1, column "_s);
        row("an entity that nobody declared", "<configuration a=\"&nbsp;\"/>", u"Line 1, column "_s);
        row("a zero byte", "<configuration>\0</configuration>"_ba, u"Line 1, column "_s);
        row("a document type", "<!DOCTYPE a [<!ENTITY b \"c\">]><configuration/>", u"DOCTYPE"_s);
        row("bytes that are no UTF-8", "<configuration a=\"\xFC\"/>", u"encoding"_s);
        row("half a character", "\xFF\xFE<\0a"_ba, u"encoding"_s);
        row("web.config of something else", "<settings/>", u"<settings>"_s);
        row("a section twice",
            "<configuration>\n<system.ftpServer><firewallSupport/></system.ftpServer>\n"
            "<location path=\"\"><system.ftpServer><firewallSupport/></system.ftpServer></location></configuration>",
            u"line 3, column 37"_s);
        row("sites in a file of their own",
            "<configuration><system.applicationHost><sites configSource=\"sites.config\"/></system.applicationHost>"
            "</configuration>",
            u"sites.config"_s, ErrorCode::Unsupported);
    }

    void whatIsNoSuchFileIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        QTemporaryDir folder;
        const QString path = folder.filePath(fileName);
        QVERIFY(writeDurably(path, bytes));
        const IisDriver driver(serviceId, path);
        const Result<ServiceConfig> found = driver.observe();
        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
        QVERIFY2(found.error().why.contains(words), qPrintable(found.error().why));
        QVERIFY(!driver.prepare({}));
        QVERIFY(!driver.check({{path, bytes}}));
        QCOMPARE(readFile(path).value(), bytes);
        QCOMPARE(IisDriver(serviceId, folder.filePath(u"none"_s)).observe().error().code, ErrorCode::NotFound);
    }

    void whatIisCannotDoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::function<void(ServiceConfig &)>>("change");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &words,
                             const std::function<void(ServiceConfig &)> &change) {
            QTest::newRow(name) << bytes << change << words;
        };
        const QByteArray certificate = "<ftpServer><security><ssl serverCertHash=\"AB\"/></security></ftpServer>";
        row("a reserved port", oneSite(), u"1025"_s,
            [](ServiceConfig &wanted) { wanted.passivePorts = PortRange::fromTrusted(1024, 1030); });
        row("IPv6 in 227", oneSite(), u"IPv4"_s,
            [](ServiceConfig &wanted) { wanted.sites[0].externalAddress = Address::fromTrusted(u"2001:db8::1"); });
        row("TLS without a certificate", oneSite(), u"serverCertHash"_s,
            [](ServiceConfig &wanted) { wanted.sites[0].tls = TlsMode::Explicit; });
        row("TLS off", oneSite(certificate), u"never switches TLS off"_s,
            [](ServiceConfig &wanted) { wanted.sites[0].tls = TlsMode::None; });
        row("implicit on 21", oneSite(certificate), u"port 990"_s,
            [](ServiceConfig &wanted) { wanted.sites[0].tls = TlsMode::Implicit; });
        row("explicit on 990", oneSite(certificate, "*:990:"), u"port 990"_s,
            [](ServiceConfig &wanted) { wanted.sites[0].tls = TlsMode::Explicit; });
        row("a site that is not there", oneSite(), u"there are: A"_s, [](ServiceConfig &wanted) {
            wanted.sites << wanted.sites[0];
            wanted.sites[1].name = u"B"_s;
        });
        row("one site twice", oneSite(), u"Two sites"_s,
            [](ServiceConfig &wanted) { wanted.sites << wanted.sites[0]; });
    }

    void whatIisCannotDoIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(std::function<void(ServiceConfig &)>, change);
        QFETCH(QString, words);
        const QString refusal = applied(bytes, change);
        QVERIFY2(refusal.startsWith(u"Unsupported"_s) && refusal.contains(words), qPrintable(refusal));
    }

    void theFirstSiteMayHaveAnotherName()
    {
        const QString after = applied(oneSite(), [](ServiceConfig &wanted) {
            wanted.sites[0].name = u"main"_s;
            wanted.sites[0].port = 2121;
        });
        QCOMPARE(after.toUtf8(), oneSite({}, "192.0.2.10:2121:"));
    }

    void dataMayBeEncryptedAgainWhereTlsIsWanted()
    {
        const QByteArray denied = "<ftpServer><security><ssl serverCertHash=\"AB\" dataChannelPolicy=\"SslDeny\"/>"
                                  "</security></ftpServer>";
        const QString after =
            applied(oneSite(denied), [](ServiceConfig &wanted) { wanted.sites[0].tls = TlsMode::Explicit; });
        QCOMPARE(after.toUtf8(), oneSite(QByteArray(denied).replace("SslDeny", "SslAllow")));
    }

    void aListenerChangesByItsPartsAndKeepsItsHostName()
    {
        const QString after = applied(oneSite({}, "[2001:db8::80]:21:six.example.com"), [](ServiceConfig &wanted) {
            wanted.sites[0].address = Address::fromTrusted(u"2001:db8::81");
            wanted.sites[0].port = 2121;
        });
        QCOMPARE(after.toUtf8(), oneSite({}, "[2001:db8::81]:2121:six.example.com"));
        // Bound to all addresses it answers on the site's own as well.
        const QString all = applied(oneSite({}, "*:21:"),
            [](ServiceConfig &wanted) { wanted.sites[0].address = Address::fromTrusted(u"192.0.2.1"); });
        QCOMPARE(all.toUtf8(), oneSite({}, "*:21:"));
    }
};

QTEST_GUILESS_MAIN(IisTest)
#include "tst_iis.moc"
