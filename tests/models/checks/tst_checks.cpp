#include "../support/Story.h"

#include "models/checks/CheckCatalogue.h"
#include "models/checks/FindingCode.h"
#include "models/checks/FindingStore.h"
#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/ServiceEdits.h"

#include <QTest>

#include <functional>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

using Setup = std::function<void(RuleSet &, CheckFacts &)>;
Q_DECLARE_METATYPE(Setup)

namespace {

template <class T, class Mutate>
void changeFirst(Table<T> &table, Mutate mutate)
{
    T object = table.at(0);
    mutate(object);
    table.replace(0, object);
}

void changeRule(RuleSet &set, const std::function<void(PublishingRule &)> &mutate)
{
    changeFirst(set.rules, mutate);
}

void changeService(RuleSet &set, const std::function<void(FtpService &)> &mutate)
{
    changeFirst(set.ftpServices, mutate);
}

void changeGateway(RuleSet &set, const std::function<void(Gateway &)> &mutate)
{
    changeFirst(set.gateways, mutate);
}

/// The story's end: everything is as it has to be, with the filter off.
RuleSet cured()
{
    RuleSet set = test::story();
    ProtocolDefinition custom = customized(
        *set.protocols.find(ProtocolId::fromTrusted(u"ftp-server"_s)), ProtocolId::fromTrusted(u"ftps"_s), u"FTPS"_s);
    custom.primary << ProtocolConnection{Direction::Inbound, PortRange::fromTrusted(5000, 5003)};
    set.protocols.append(custom);
    changeRule(set, [](PublishingRule &rule) {
        rule.protocol = ProtocolId::fromTrusted(u"ftps"_s);
        rule.filter.enabled = false;
    });
    changeService(set, [](FtpService &service) {
        service.passivePorts = PortRange::fromTrusted(5000, 5003);
        service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"203.0.113.1");
    });
    return set;
}

void addRule(RuleSet &set, const std::function<void(PublishingRule &)> &mutate)
{
    PublishingRule rule = set.rules.at(0);
    rule.id = RuleId::fromTrusted(u"second"_s);
    rule.name = u"Second"_s;
    mutate(rule);
    set.rules.append(rule);
}

void addServer(RuleSet &set, PublishingRule &rule)
{
    FtpService other = set.ftpServices.at(0);
    other.id = ServiceId::fromTrusted(u"files-2"_s);
    other.name = u"files-2"_s;
    other.agent = u"198.51.100.21:7521"_s;
    other.sites[0].address = Address::fromTrusted(u"198.51.100.21");
    set.ftpServices.append(other);
    rule.server = ServiceSite{other.id, u"main"_s};
}

QStringList codesOf(const QList<Finding> &findings)
{
    QStringList codes;
    for (const Finding &finding : findings)
        codes << finding.code;
    return codes;
}

} // namespace

/// What each check finds, what it lets pass, and that its fixes cure it.
class ChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatItSays_data();
    void findsWhatItSays();
    void everyFixCuresItsFinding_data() { findsWhatItSays_data(); }
    void everyFixCuresItsFinding();
    void theStoryIsCuredByItsFixes();
    void anotherEngineIsOfferedOnlyWhereItCanDoMore();
    void theServiceOfIisIsRestartedByHandAndForAllSites();
    void theCatalogueKnowsEveryCode();
    void aNameIsWrittenAsItIs();
};

void ChecksTest::findsWhatItSays_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char *name, const QString &codes, const Setup &setup) {
        QTest::newRow(name) << setup << codes;
    };
    const auto none = [](RuleSet &, CheckFacts &) {};

    row("the story begins", u"FG101"_s, [](RuleSet &set, CheckFacts &) { set = test::story(); });
    row("the story cured", u""_s, none);
    row("filter off, nothing set", u"FG102 FG104"_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = false; });
    });
    row("AUTH TLS passed, nothing set", u"FG102 FG104"_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeRule(set, [](PublishingRule &rule) { rule.filter.authTls = AuthTls::Pass; });
    });
    row("plain FTP through the filter", u""_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
    });
    row("plain FTP, filter off", u"FG102 FG104"_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = false; });
    });
    row("plain FTP, addresses not rewritten", u"FG104"_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.rewriteAddress = false; });
    });
    row("disabled rules are left alone", u""_s, [](RuleSet &set, CheckFacts &) {
        set = test::story();
        changeRule(set, [](PublishingRule &rule) { rule.enabled = false; });
    });
    row("bare server without data ports", u"FG102"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) {
            rule.server = BareServer{Address::fromTrusted(u"198.51.100.30"), 21};
            rule.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
        });
    });
    row("range not published at all", u"FG103"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) { rule.protocol = ProtocolId::fromTrusted(u"ftp-server"_s); });
    });
    row("range published in part", u"FG103"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.passivePorts = PortRange::fromTrusted(5002, 5009); });
    });
    row("range published in two pieces", u""_s, [](RuleSet &set, CheckFacts &) {
        ProtocolDefinition protocol = set.protocols.at(2);
        protocol.primary << ProtocolConnection{Direction::Inbound, PortRange::fromTrusted(5004, 5009)};
        set.protocols.replace(2, protocol);
        changeService(set, [](FtpService &service) { service.passivePorts = PortRange::fromTrusted(5002, 5007); });
    });
    row("external address missing", u"FG104"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].externalAddress = {}; });
    });
    row("external address private", u"FG104"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) {
            service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"192.168.1.5");
        });
    });
    row("external address of someone else", u"FG104"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) {
            service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"203.0.113.99");
        });
    });
    row("external address for this gateway", u""_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) {
            service.sites[0].externalAddress = {
                std::nullopt, {{GatewayId::fromTrusted(u"gw-1"_s), Address::fromTrusted(u"203.0.113.1")}}};
        });
    });
    row("the lab on loopback", u""_s, [](RuleSet &set, CheckFacts &) {
        const Address gateway = Address::fromTrusted(u"127.0.0.2");
        changeGateway(set, [&](Gateway &each) { each.externalAddresses = {gateway}; });
        changeRule(set, [&](PublishingRule &rule) { rule.listener = {gateway, 2121}; });
        changeService(set, [&](FtpService &service) { service.sites[0].externalAddress.everywhere = gateway; });
    });
    row("a private gateway inside", u""_s, [](RuleSet &set, CheckFacts &) {
        const Address gateway = Address::fromTrusted(u"10.1.1.1");
        changeGateway(set, [&](Gateway &each) { each.externalAddresses = {gateway}; });
        changeRule(set, [&](PublishingRule &rule) { rule.listener.address = gateway; });
        changeService(set, [&](FtpService &service) { service.sites[0].externalAddress.everywhere = gateway; });
    });
    row("an IPv6 listener needs no address in 227", u""_s, [](RuleSet &set, CheckFacts &) {
        const Address gateway = Address::fromTrusted(u"2001:db8::1");
        changeGateway(set, [&](Gateway &each) { each.externalAddresses = {gateway}; });
        changeRule(set, [&](PublishingRule &rule) { rule.listener.address = gateway; });
        changeService(set, [](FtpService &service) { service.sites[0].externalAddress = {}; });
    });
    row("more transfers than ports", u"FG105"_s, [](RuleSet &set, CheckFacts &facts) {
        facts.services.insert(set.ftpServices.at(0).id, {40, 2, std::nullopt});
    });
    row("one transfer on four ports", u""_s, [](RuleSet &set, CheckFacts &facts) {
        facts.services.insert(set.ftpServices.at(0).id, {40, 1, std::nullopt});
    });
    row("more sessions allowed than the range carries", u"FG105"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Pass;
            rule.filter.maxSessions = 20;
        });
    });
    row("well-known range", u"FG103 FG106"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.passivePorts = PortRange::fromTrusted(900, 903); });
    });
    row("ephemeral range", u"FG103 FG106"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.passivePorts = PortRange::fromTrusted(60990, 61010); });
    });
    row("listener on an address that is not there", u"FG104 FG107"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(
            set, [](Gateway &gateway) { gateway.externalAddresses = {Address::fromTrusted(u"203.0.113.7")}; });
        changeService(set, [](FtpService &service) { service.sites[0].externalAddress = {}; });
    });
    row("implicit FTPS inspected", u"FG108"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::Implicit; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = true; });
    });
    row("implicit FTPS inspected, bare server", u"FG108"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.server = BareServer{Address::fromTrusted(u"198.51.100.30"), 990};
        });
    });
    row("login denied by policy", u"FG109"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.commands = {CommandPreset::Custom, {}, {u"PASS"_s}};
        });
    });
    row("AUTH denied by policy", u"FG109"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Pass;
            rule.filter.commands = {CommandPreset::Custom, {u"USER"_s, u"PASS"_s}, {}};
        });
    });
    row("no way to open data connections", u"FG110"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.dataModes = {false, false};
        });
    });
    row("passive mode on, its commands denied", u"FG110"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.commands = {CommandPreset::Custom, {}, {u"PASV"_s, u"EPSV"_s}};
        });
    });
    row("one listener twice", u"FG201"_s, [](RuleSet &set, CheckFacts &) { addRule(set, [](PublishingRule &) {}); });
    row("one listener, other clients", u""_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) { rule.from = {Network::fromTrusted(u"198.51.100.0/24")}; });
        addRule(set, [](PublishingRule &rule) { rule.from = {Network::fromTrusted(u"192.0.2.0/24")}; });
    });
    row("the narrow rule first", u""_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) { rule.from = {Network::fromTrusted(u"198.51.100.0/24")}; });
        addRule(set, [](PublishingRule &rule) { rule.from = {}; });
    });
    row("the wide rule first", u"FG202"_s, [](RuleSet &set, CheckFacts &) {
        addRule(set, [](PublishingRule &rule) { rule.from = {Network::fromTrusted(u"198.51.100.0/24")}; });
    });
    row("the same port on another address", u""_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.externalAddresses << Address::fromTrusted(u"203.0.113.2"); });
        addRule(set, [](PublishingRule &rule) { rule.listener.address = Address::fromTrusted(u"203.0.113.2"); });
    });
    row("an earlier rule that is off", u""_s, [](RuleSet &set, CheckFacts &) {
        addRule(set, [](PublishingRule &) {});
        changeRule(set, [](PublishingRule &rule) { rule.enabled = false; });
    });
    row("one range for two servers", u"FG203 FG203"_s, [](RuleSet &set, CheckFacts &) {
        addRule(set, [&](PublishingRule &rule) {
            rule.listener.port = 2121;
            addServer(set, rule);
        });
    });
    row("one range, one server, two listeners", u""_s,
        [](RuleSet &set, CheckFacts &) { addRule(set, [](PublishingRule &rule) { rule.listener.port = 2121; }); });
    row("a listener in a published range", u"FG204"_s,
        [](RuleSet &set, CheckFacts &) { addRule(set, [](PublishingRule &rule) { rule.listener.port = 5002; }); });
    row("a listener in its own range", u"FG204"_s,
        [](RuleSet &set, CheckFacts &) { changeRule(set, [](PublishingRule &rule) { rule.listener.port = 5003; }); });
    row("a control port in the passive range", u"FG205"_s, [](RuleSet &set, CheckFacts &) {
        changeService(set, [](FtpService &service) { service.sites[0].port = 5001; });
    });
    row("two services on one host share ports", u"FG205 FG205"_s, [](RuleSet &set, CheckFacts &) {
        FtpService beside = set.ftpServices.at(0);
        beside.id = ServiceId::fromTrusted(u"files-2"_s);
        beside.name = u"files-2"_s;
        set.ftpServices.append(beside);
    });
    row("a certificate is needed", u"FG301"_s, [](RuleSet &set, CheckFacts &facts) {
        facts.engines.insert(Engine::Builtin, {});
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Terminate;
        });
    });
    row("a certificate expires", u"FG302"_s, [](RuleSet &set, CheckFacts &facts) {
        facts.certificates.insert(u"public"_s, {facts.today.addDays(10), {u"203.0.113.1"_s}});
        changeGateway(set, [](Gateway &gateway) { gateway.certificate = u"public"_s; });
    });
    row("a certificate for another address", u"FG303"_s, [](RuleSet &set, CheckFacts &facts) {
        facts.engines.insert(Engine::Builtin, {});
        facts.certificates.insert(u"public"_s, {facts.today.addDays(100), {u"203.0.113.9"_s}});
        changeGateway(set, [](Gateway &gateway) { gateway.certificate = u"public"_s; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Terminate;
        });
    });
    row("HAProxy has no filter", u"FG101 FG401"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Haproxy; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = true; });
    });
    row("ferrygate-proxy terminates TLS", u""_s, [](RuleSet &set, CheckFacts &facts) {
        facts.certificates.insert(u"public"_s, {facts.today.addDays(100), {u"203.0.113.1"_s}});
        changeGateway(set, [](Gateway &gateway) { gateway.certificate = u"public"_s; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Terminate;
        });
    });
    row("nftables does not terminate TLS", u"FG402"_s, [](RuleSet &set, CheckFacts &facts) {
        facts.certificates.insert(u"public"_s, {facts.today.addDays(100), {u"203.0.113.1"_s}});
        changeGateway(set, [](Gateway &gateway) {
            gateway.certificate = u"public"_s;
            gateway.engine = Engine::Nftables;
        });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Terminate;
        });
    });
    row("nftables enforces no commands", u"FG403 FG404"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Nftables; });
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.commands.preset = CommandPreset::ReadOnly;
            rule.filter.maxSessions = 10;
        });
    });
    row("nftables does not count networks", u"FG404"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Nftables; });
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.maxSessionsPerNetwork = 10;
        });
    });
    row("the kernel's helper has no greeting", u"FG406"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Nftables; });
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.filter.banner = u"Hello"_s;
        });
    });
    row("the kernel's helper writes the listener's address only", u"FG406"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Nftables; });
        changeService(set, [](FtpService &service) { service.sites[0].tls = TlsMode::None; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = true;
            rule.externalAddress = Address::fromTrusted(u"203.0.113.9"_s);
        });
    });
    row("without the filter the kernel needs no helper", u""_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Nftables; });
        changeRule(set, [](PublishingRule &rule) {
            rule.filter.enabled = false;
            rule.filter.banner = u"Hello"_s;
            rule.filter.sameClientAddress = false;
        });
    });
    row("HAProxy does not know who has a session", u"FG405"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Haproxy; });
    });
    row("HAProxy need not know who has a session", u""_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Haproxy; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.sameClientAddress = false; });
    });
    row("HAProxy limits no sessions, also without the filter", u"FG404 FG405"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Haproxy; });
        changeRule(set, [](PublishingRule &rule) { rule.filter.maxSessionsPerClient = 10; });
    });
    row("mod_proxy cannot forward unread", u"FG406"_s, [](RuleSet &set, CheckFacts &) {
        changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Proftpd; });
    });
    row("a restart is needed", u"FG501"_s, [](RuleSet &set, CheckFacts &facts) {
        ServiceConfig running;
        running.passivePorts = PortRange::fromTrusted(6000, 6003);
        facts.services.insert(set.ftpServices.at(0).id, {0, 0, running});
    });
    row("IIS is to be restarted", u"FG501"_s, [](RuleSet &set, CheckFacts &facts) {
        changeService(set, [](FtpService &service) { service.software = FtpSoftware::Iis; });
        ServiceConfig running;
        running.passivePorts = PortRange::fromTrusted(6000, 6003);
        facts.services.insert(set.ftpServices.at(0).id, {4, 0, running});
    });
    row("no restart is needed", u""_s, [](RuleSet &set, CheckFacts &facts) {
        ServiceConfig running;
        running.passivePorts = PortRange::fromTrusted(5000, 5003);
        facts.services.insert(set.ftpServices.at(0).id, {0, 0, running});
    });
    row("a protocol that is gone", u"FG601"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) { rule.protocol = ProtocolId::fromTrusted(u"gone"_s); });
    });
    row("a gateway that is gone", u"FG601"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set, [](PublishingRule &rule) { rule.gateways << GatewayId::fromTrusted(u"gone"_s); });
    });
    row("a site that is gone", u"FG601"_s, [](RuleSet &set, CheckFacts &) {
        changeRule(set,
            [](PublishingRule &rule) { rule.server = ServiceSite{ServiceId::fromTrusted(u"files-1"_s), u"gone"_s}; });
    });
    row("on no gateway", u"FG602"_s,
        [](RuleSet &set, CheckFacts &) { changeRule(set, [](PublishingRule &rule) { rule.gateways.clear(); }); });
    row("no control port", u"FG102 FG603"_s, [](RuleSet &set, CheckFacts &) {
        ProtocolDefinition empty = set.protocols.at(2);
        empty.primary.clear();
        set.protocols.replace(2, empty);
        changeRule(set, [](PublishingRule &rule) { rule.server = BareServer{}; });
    });
}

void ChecksTest::findsWhatItSays()
{
    QFETCH(Setup, setup);
    QFETCH(QString, codes);
    RuleSet set = cured();
    CheckFacts facts;
    facts.today = QDate(2026, 1, 1);
    setup(set, facts);
    const QList<Finding> findings = checkRuleSet(set, facts);
    QStringList found = codesOf(findings);
    found.sort();
    QCOMPARE(found.join(u' '), codes);
    for (const Finding &finding : findings) {
        QVERIFY2(!finding.title.isEmpty() && !finding.explanation.isEmpty(), qPrintable(finding.code));
        QVERIFY2(finding.explanation.endsWith(u'.'), qPrintable(finding.explanation));
        QVERIFY2(!finding.explanation.contains(u'%'), qPrintable(finding.explanation));
        QVERIFY2(!finding.title.contains(u'%'), qPrintable(finding.title));
    }
}

void ChecksTest::everyFixCuresItsFinding()
{
    QFETCH(Setup, setup);
    RuleSet set = cured();
    CheckFacts facts;
    facts.today = QDate(2026, 1, 1);
    setup(set, facts);
    for (const Finding &finding : checkRuleSet(set, facts)) {
        for (const QuickFix &fix : finding.fixes) {
            Document document;
            document.load(set);
            QVERIFY2(!fix.label.contains(u'%'), qPrintable(fix.label));
            const auto performed = document.perform(fix.makeEdit(document.ruleSet()));
            QVERIFY2(performed, performed ? "" : qPrintable(performed.error().text()));
            QVERIFY2(document.canUndo(), qPrintable(fix.label));
            QVERIFY2(!document.undoName().contains(u'%'), qPrintable(document.undoName()));
            for (const Finding &left : checkRuleSet(document.ruleSet(), facts)) {
                const bool isSame = left.code == finding.code && left.kind == finding.kind
                    && left.subjectId == finding.subjectId && left.part == finding.part;
                QVERIFY2(!isSame, qPrintable(finding.code + u": "_s + fix.label));
            }
            document.undo();
            QVERIFY(document.ruleSet() == set);
        }
    }
}

void ChecksTest::theServiceOfIisIsRestartedByHandAndForAllSites()
{
    RuleSet set = cured();
    changeService(set, [](FtpService &service) { service.software = FtpSoftware::Iis; });
    CheckFacts facts;
    ServiceConfig running;
    running.passivePorts = PortRange::fromTrusted(6000, 6003);
    facts.services.insert(set.ftpServices.at(0).id, {4, 0, running});
    for (const Finding &finding : checkRuleSet(set, facts)) {
        if (finding.code == findingcode::restartNeeded) {
            QVERIFY(finding.title.contains(u"by hand"_s));
            QVERIFY(finding.explanation.contains(u"ftpsvc"_s) && finding.explanation.contains(u"every FTP site"_s));
            return;
        }
    }
    QFAIL("Nothing is said about the restart.");
}

void ChecksTest::anotherEngineIsOfferedOnlyWhereItCanDoMore()
{
    RuleSet set = cured();
    changeGateway(set, [](Gateway &gateway) { gateway.engine = Engine::Haproxy; });
    changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = true; });
    CheckFacts facts;
    const auto found = [&] {
        for (const Finding &finding : checkRuleSet(set, facts)) {
            if (finding.code == findingcode::engineFilter)
                return finding;
        }
        return Finding();
    };
    const Finding finding = found();
    QCOMPARE(finding.title, u"HAProxy forwards only; the FTP filter needs the builtin engine"_s);
    QCOMPARE(finding.fixes.size(), 2);
    QCOMPARE(finding.fixes[0].label, u"Switch the filter off for this rule"_s);
    QCOMPARE(finding.fixes[1].label, u"Switch the engine of %1 to builtin"_s.arg(set.gateways.at(0).name));
    Document document;
    document.load(set);
    QVERIFY(document.perform(finding.fixes[1].makeEdit(set)));
    QCOMPARE(document.ruleSet().gateways.at(0).engine, Engine::Builtin);

    EngineCapabilities without;
    without.filter = false;
    facts.engines.insert(Engine::Builtin, without);
    QCOMPARE(found().fixes.size(), 1);
}

void ChecksTest::theStoryIsCuredByItsFixes()
{
    Document document;
    document.load(test::story());
    QStringList done;
    for (int step = 0; step < 10; ++step) {
        const QList<Finding> findings = checkRuleSet(document.ruleSet(), {});
        if (findings.isEmpty())
            break;
        const QuickFix &fix = findings.first().fixes.first();
        done << findings.first().code + u": "_s + fix.label;
        QVERIFY(document.perform(fix.makeEdit(document.ruleSet())));
    }
    QCOMPARE(done,
        (QStringList{u"FG101: Switch the filter off for this rule"_s, u"FG102: Set 5000–5003"_s,
            u"FG103: Customize the protocol and publish 5000–5003"_s, u"FG104: Advertise 203.0.113.1"_s}));
    const RuleSet &end = document.ruleSet();
    QCOMPARE(end.ftpServices.at(0).passivePorts, PortRange::fromTrusted(5000, 5003));
    QCOMPARE(end.ftpServices.at(0).sites[0].externalAddress.everywhere, Address::fromTrusted(u"203.0.113.1"));
    QCOMPARE(relayPorts(*end.protocols.find(end.rules.at(0).protocol)).first().toString(), u"5000-5003"_s);
    while (document.canUndo())
        document.undo();
    QVERIFY(document.ruleSet() == test::story());
}

void ChecksTest::theCatalogueKnowsEveryCode()
{
    QStringList known;
    for (const CheckEntry &entry : checkCatalogue()) {
        QVERIFY(!entry.title.isEmpty() && entry.explanation.endsWith(u'.'));
        known << entry.code;
    }
    QStringList sorted = known;
    sorted.sort();
    QCOMPARE(known, sorted);
    QCOMPARE(sorted.removeDuplicates(), 0);

    // Each has a row above that provokes it.
    const QStringList used{u"FG101"_s, u"FG102"_s, u"FG103"_s, u"FG104"_s, u"FG105"_s, u"FG106"_s, u"FG107"_s,
        u"FG108"_s, u"FG109"_s, u"FG110"_s, u"FG201"_s, u"FG202"_s, u"FG203"_s, u"FG204"_s, u"FG205"_s, u"FG301"_s,
        u"FG302"_s, u"FG303"_s, u"FG401"_s, u"FG402"_s, u"FG403"_s, u"FG404"_s, u"FG405"_s, u"FG406"_s, u"FG501"_s,
        u"FG601"_s, u"FG602"_s, u"FG603"_s};
    QCOMPARE(known, used);
}

void ChecksTest::aNameIsWrittenAsItIs()
{
    // Names may hold what QString::arg takes for places.
    RuleSet set = test::story();
    changeService(set, [](FtpService &service) { service.name = u"files %1 %2 %3"_s; });
    changeRule(set, [](PublishingRule &rule) { rule.filter.enabled = false; });
    for (const Finding &finding : checkRuleSet(set, {}))
        QVERIFY2(finding.explanation.contains(u"files %1 %2 %3"_s), qPrintable(finding.explanation));
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
