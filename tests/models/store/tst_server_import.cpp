#include "models/edits/Document.h"
#include "models/store/ServerImport.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);
const GatewayId gateway = GatewayId::fromTrusted(u"gw-1"_s);

Address address(QStringView text)
{
    return Address::fromTrusted(text);
}

ServiceConfig::Site found(const QString &name, QStringView at, quint16 port = 21, TlsMode tls = TlsMode::None)
{
    return {name, address(at), port, tls, {}};
}

/// What a server with these sites has.
ServiceConfig server(const QList<ServiceConfig::Site> &sites)
{
    return {files, FtpSoftware::Proftpd, u"/etc/proftpd/proftpd.conf"_s, u"proftpd.service"_s, {}, sites};
}

FtpService service(const QList<FtpSite> &sites)
{
    return {files, u"Files"_s, u"198.51.100.20:7521"_s, FtpSoftware::Proftpd, u"/etc/proftpd/proftpd.conf"_s,
        u"proftpd.service"_s, {}, sites};
}

FtpSite site(const QString &name, QStringView at, quint16 port = 21)
{
    return {name, address(at), port, {}, TlsMode::None};
}

/// The service, and a rule on a gateway for each site that is named.
RuleSet ruleSet(const FtpService &service, const QStringList &published = {})
{
    RuleSet set;
    Gateway edge;
    edge.id = gateway;
    edge.name = u"Edge"_s;
    edge.agent = u"198.51.100.1:7521"_s;
    set.gateways.append(edge);
    set.ftpServices.append(service);
    for (const QString &name : published) {
        PublishingRule rule;
        rule.id = RuleId::fromTrusted(u"rule-"_s + name);
        rule.name = u"Rule "_s + name;
        rule.protocol = builtInProtocols().first().id;
        rule.gateways = {gateway};
        rule.listener = {address(u"203.0.113.1"), static_cast<quint16>(2121 + set.rules.size())};
        rule.server = ServiceSite{files, name};
        set.rules.append(rule);
    }
    return set;
}

/// "Branch, Port: 21 → 2121"
QStringList texts(const ServerImport &import)
{
    QStringList lines;
    for (const ServerImport::Item &item : import.items) {
        const QString head = item.site.isEmpty() ? item.setting : item.site + u", "_s + item.setting;
        lines << u"%1: %2 → %3"_s.arg(head, item.ruleSet, item.server);
    }
    return lines;
}

QStringList siteNames(const FtpService &service)
{
    QStringList names;
    for (const FtpSite &each : service.sites)
        names << each.name;
    return names;
}

} // namespace

class TestServerImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTheSameIsNoChange()
    {
        const FtpService own = service({site(u"Main"_s, u"198.51.100.20")});
        const ServerImport import =
            previewServerImport(ruleSet(own), own, server({found(u"Main"_s, u"198.51.100.20")}));
        QVERIFY(import.changesNothing());
        QCOMPARE(import.service, own);
        Document document;
        document.load(ruleSet(own));
        QVERIFY(document.perform(importFromServer(import)));
        QVERIFY(!document.canUndo());
    }

    void everySettingIsListedAndTakenInOneStep()
    {
        const FtpService own = service({site(u"Main"_s, u"198.51.100.20")});
        ServiceConfig there = server({found(u"Main"_s, u"198.51.100.21", 990, TlsMode::Implicit)});
        there.software = FtpSoftware::Vsftpd;
        there.configPath = u"/etc/vsftpd.conf"_s;
        there.serviceUnit = u"vsftpd.service"_s;
        there.passivePorts = PortRange::fromTrusted(5000, 5003);
        there.sites[0].externalAddress = address(u"203.0.113.1");
        const RuleSet before = ruleSet(own, {u"Main"_s});
        const ServerImport import = previewServerImport(before, own, there);
        QCOMPARE(texts(import),
            (QStringList{u"Software: ProFTPD → vsftpd"_s,
                u"Configuration file: /etc/proftpd/proftpd.conf → /etc/vsftpd.conf"_s,
                u"Service unit: proftpd.service → vsftpd.service"_s, u"Passive range: any port → 5000–5003"_s,
                u"Main, Address: 198.51.100.20 → 198.51.100.21"_s, u"Main, Port: 21 → 990"_s,
                u"Main, TLS: no TLS → implicit TLS"_s, u"Main, External address: none → 203.0.113.1"_s}));
        Document document;
        document.load(before);
        QVERIFY(document.perform(importFromServer(import)));
        QCOMPARE(document.undoName(), u"import Files from its server"_s);
        QCOMPARE(*document.ruleSet().ftpServices.find(files), import.service);
        QVERIFY(previewServerImport(document.ruleSet(), import.service, there).changesNothing());
        document.undo();
        QCOMPARE(document.ruleSet(), before);
    }

    void aServerThatBindsNoAddressKeepsTheSites()
    {
        const FtpService own = service({site(u"Main"_s, u"198.51.100.20", 2121)});
        ServiceConfig there = server({found(u"Main"_s, u"0.0.0.0", 0)}); // and its port is not to be made out
        there.serviceUnit.clear();
        const ServerImport import = previewServerImport(ruleSet(own), own, there);
        QVERIFY2(import.changesNothing(), qPrintable(texts(import).join(u'\n')));
    }

    void theMainServerIsTheFirstSiteHoweverItIsCalled()
    {
        const FtpService own = service({site(u"main"_s, u"198.51.100.20"), site(u"Branch"_s, u"198.51.100.21")});
        const ServerImport import = previewServerImport(
            ruleSet(own), own, server({found(u"Debian"_s, u"0.0.0.0"), found(u"Branch"_s, u"198.51.100.21")}));
        QVERIFY2(import.changesNothing(), qPrintable(texts(import).join(u'\n')));
    }

    void anotherSiteIsFoundByItsAddressAndTakesItsNameWithTheRulesThatPublishIt()
    {
        const FtpService own = service({site(u"main"_s, u"198.51.100.20"), site(u"branch"_s, u"198.51.100.21", 2121)});
        const RuleSet before = ruleSet(own, {u"main"_s, u"branch"_s});
        const ServerImport import = previewServerImport(before, own,
            server({found(u"Debian"_s, u"198.51.100.20"), found(u"Branch office"_s, u"198.51.100.21", 2121)}));
        QCOMPARE(texts(import), QStringList{u"branch, Name: branch → Branch office"_s});
        RuleSet after = before;
        const EditPtr edit = importFromServer(import);
        QVERIFY(edit->apply(after));
        QCOMPARE(std::get<ServiceSite>(after.rules.at(1).server).site, u"Branch office"_s);
        QCOMPARE(siteNames(after.ftpServices.at(0)), (QStringList{u"main"_s, u"Branch office"_s}));
        (void)edit->undo(after);
        QCOMPARE(after, before);
    }

    void sitesComeAndGoUnlessARulePublishesThem()
    {
        const FtpService own = service(
            {site(u"Main"_s, u"198.51.100.20"), site(u"Old"_s, u"198.51.100.7"), site(u"Used"_s, u"198.51.100.8")});
        const RuleSet before = ruleSet(own, {u"Used"_s});
        ServiceConfig there =
            server({found(u"Main"_s, u"198.51.100.20"), found(u"New"_s, u"0.0.0.0", 2121, TlsMode::Explicit)});
        there.sites[1].externalAddress = address(u"203.0.113.9");
        const ServerImport import = previewServerImport(before, own, there);
        QCOMPARE(texts(import),
            (QStringList{u"New, Site: none → 198.51.100.20:2121, explicit TLS, external address 203.0.113.9"_s,
                u"Old, Site: 198.51.100.7:21, no TLS → none"_s}));
        QCOMPARE(import.notes.size(), 1);
        QVERIFY(import.notes.first().contains(u"Rule Used"_s));
        RuleSet after = before;
        QVERIFY(importFromServer(import)->apply(after));
        QCOMPARE(siteNames(after.ftpServices.at(0)), (QStringList{u"Main"_s, u"New"_s, u"Used"_s}));
    }

    void addressesOfGatewaysStayWhereTheyComeDownToTheServersOwn()
    {
        FtpService own = service({site(u"Main"_s, u"198.51.100.20")});
        own.sites[0].externalAddress.perGateway.insert(gateway, address(u"203.0.113.1"));
        ServiceConfig there = server({found(u"Main"_s, u"198.51.100.20")});
        there.sites[0].externalAddress = address(u"203.0.113.1");
        const RuleSet before = ruleSet(own, {u"Main"_s});
        QVERIFY(previewServerImport(before, own, there).changesNothing());

        there.sites[0].externalAddress = address(u"203.0.113.2");
        const ServerImport import = previewServerImport(before, own, there);
        QCOMPARE(texts(import), QStringList{u"Main, External address: 203.0.113.1 for gw-1 → 203.0.113.2"_s});
        RuleSet after = before;
        QVERIFY(importFromServer(import)->apply(after));
        for (const NodeConfig &node : nodeConfigs(after)) {
            for (const ServiceConfig &config : node.services)
                QCOMPARE(config.sites[0].externalAddress, there.sites[0].externalAddress);
        }
    }

    void aServiceThatTheRuleSetLacksIsAdded()
    {
        FtpService own;
        own.id = files;
        own.name = u"files-1"_s;
        own.agent = u"[2001:db8::20]:7521"_s;
        const ServerImport import = previewServerImport({}, own, server({found(u"Debian"_s, u"0.0.0.0")}));
        RuleSet after;
        QVERIFY(importFromServer(import)->apply(after));
        QCOMPARE(after.ftpServices.at(0).sites[0].address, address(u"2001:db8::20"));
        QCOMPARE(after.ftpServices.at(0).configPath, u"/etc/proftpd/proftpd.conf"_s);
    }

    void aServerThatItsAgentDoesNotManageIsToldWithThoseThatItDoes()
    {
        const FtpService own = service({});
        Observation observation;
        ServiceConfig other = server({});
        other.id = ServiceId::fromTrusted(u"mirror"_s);
        observation.found = {other};
        const auto nothing = foundOnServer(observation, own);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::NotFound);
        QVERIFY(nothing.error().remedy.contains(u"mirror"_s));
        observation.found << server({});
        QVERIFY(foundOnServer(observation, own));
    }
};

QTEST_APPLESS_MAIN(TestServerImport)
#include "tst_server_import.moc"
