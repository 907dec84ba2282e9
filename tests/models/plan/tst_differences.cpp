#include "PublishedSample.h"

#include "models/plan/NodePlan.h"

#include <QTest>

using namespace ferry;
using namespace ferry::test;

using Modify = std::function<void(RuleSet &)>;

namespace {

QString asText(const QList<PlannedChange> &changes)
{
    static constexpr QLatin1StringView signs("+~-");
    QStringList lines;
    for (const PlannedChange &change : changes)
        lines << QString(signs[static_cast<int>(change.what)]) + u' ' + change.subject + u": "_s + change.text;
    return lines.join(u'\n');
}

NodeConfig nodeOf(const RuleSet &set, const QString &agent)
{
    for (const NodeConfig &node : nodeConfigs(set)) {
        if (node.agent == agent)
            return node;
    }
    return {agent, {}, {}};
}

Modify rule(std::function<void(PublishingRule &)> change)
{
    return [change](RuleSet &set) { edit(set.rules, 0, change); };
}

Modify service(std::function<void(FtpService &)> change)
{
    return [change](RuleSet &set) { edit(set.ftpServices, 0, change); };
}

PublishingRule ruleNamed(const QString &id, const QString &address)
{
    PublishingRule rule = publishedSample().rules.at(0);
    rule.id = RuleId::fromTrusted(id);
    rule.listener.address = Address::fromTrusted(address);
    return rule;
}

RuleSet fourRules()
{
    RuleSet set = publishedSample();
    set.rules.append(ruleNamed(u"second"_s, u"203.0.113.2"_s));
    set.rules.append(ruleNamed(u"third"_s, u"203.0.113.3"_s));
    set.rules.append(ruleNamed(u"fourth"_s, u"203.0.113.4"_s));
    return set;
}

} // namespace

class TestDifferences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ruleInWords_data()
    {
        QTest::addColumn<Modify>("change");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Modify change, const QString &words) {
            QTest::newRow(name) << std::move(change) << words;
        };
        row("nothing", rule([](PublishingRule &) {}), {});
        row("description is not sent", rule([](PublishingRule &r) { r.description = u"x"_s; }), {});
        row("name", rule([](PublishingRule &r) { r.name = u"100%2 %1"_s; }),
            u"Name \"100%2 %1\" instead of \"Partner upload\""_s);
        row("listener", rule([](PublishingRule &r) { r.listener.port = 2121; }),
            u"Listener 203.0.113.1:2121 instead of 203.0.113.1:21"_s);
        row("listener IPv6", rule([](PublishingRule &r) { r.listener.address = Address::fromTrusted(u"2001:db8::1"); }),
            u"Listener [2001:db8::1]:21 instead of 203.0.113.1:21\nExternal address 2001:db8::1 instead of 203.0.113.1"_s);
        row("server",
            rule([](PublishingRule &r) { r.server = BareServer{Address::fromTrusted(u"198.51.100.21"), 2121}; }),
            u"Published server 198.51.100.21:2121 instead of 198.51.100.20:21\nServer with no TLS instead of explicit TLS"_s);
        row("protocol", rule([](PublishingRule &r) { r.protocol = builtInProtocols().first().id; }),
            u"Published data ports: none instead of 5000\u20135003"_s);
        row("from", rule([](PublishingRule &r) { r.from = {Network::fromTrusted(u"198.51.100.0/24")}; }),
            u"Clients on 198.51.100.0/24 instead of any network"_s);
        row("filter on", rule([](PublishingRule &r) { r.filter.enabled = true; }), u"Filter on"_s);
        row("AUTH TLS", rule([](PublishingRule &r) { r.filter.authTls = AuthTls::Pass; }),
            u"AUTH TLS: pass instead of deny"_s);
        row("upstream TLS", rule([](PublishingRule &r) { r.filter.upstreamTls = UpstreamTls::Required; }),
            u"TLS to the server: TLS required instead of the same as the client's"_s);
        row("commands", rule([](PublishingRule &r) {
            r.filter.commands = {CommandPreset::Custom, {}, {u"DELE"_s, u"SITE CHMOD"_s}};
        }),
            u"Command policy Custom instead of Full\nDenied commands: DELE, SITE CHMOD instead of none"_s);
        row("data modes", rule([](PublishingRule &r) { r.filter.dataModes = {false, true}; }),
            u"Passive data connections not allowed\nActive data connections allowed"_s);
        row("rewrite", rule([](PublishingRule &r) { r.filter.rewriteAddress = false; }),
            u"Address in 227 left as the server sends it"_s);
        row("client address", rule([](PublishingRule &r) { r.filter.sameClientAddress = false; }),
            u"Data connections from any address"_s);
        row("limits", rule([](PublishingRule &r) {
            r.filter.maxLineBytes = 512;
            r.filter.idleSeconds = 60;
            r.filter.loginSeconds = 30;
            r.filter.maxSessions = 10;
            r.filter.maxSessionsPerClient = 2;
            r.filter.dataSeconds = 20;
            r.filter.maxSessionsPerNetwork = 5;
            r.filter.networkPrefix4 = 16;
            r.filter.networkPrefix6 = 48;
        }),
            u"Longest command line 512 bytes instead of 4096\nIdle limit 60 s instead of 900 s\n"
            "Login limit 30 s instead of 120 s\nLimit for stalled data connections 20 s instead of 300 s\n"
            "Sessions: 10 instead of no limit\nSessions a client: 2 instead of no limit\n"
            "Sessions a client network: 5 instead of no limit\nClient networks of IPv4: /16 instead of /24\n"
            "Client networks of IPv6: /48 instead of /64"_s);
        row("banner", rule([](PublishingRule &r) { r.filter.banner = u"Welcome"_s; }), u"Banner \"Welcome\""_s);
        row("CCC", rule([](PublishingRule &r) { r.filter.clearCommandChannel = true; }),
            u"Clients may end TLS on the control connection (CCC)"_s);
        row("external address", rule([](PublishingRule &r) { r.externalAddress = Address::fromTrusted(u"192.0.2.9"); }),
            u"External address 192.0.2.9 instead of 203.0.113.1"_s);
        row("log", rule([](PublishingRule &r) { r.log = false; }), u"Log off"_s);
    }
    void ruleInWords()
    {
        QFETCH(Modify, change);
        QFETCH(QString, words);
        RuleSet desired = publishedSample();
        change(desired);
        if (!words.isEmpty())
            words = u"~ rule partner-upload: "_s + words.replace(u"\n"_s, u"\n~ rule partner-upload: "_s);
        const QString agent = u"127.0.0.2:7521"_s;
        QCOMPARE(asText(differences(nodeOf(publishedSample(), agent), nodeOf(desired, agent))), words);
    }

    void serviceInWords_data()
    {
        QTest::addColumn<Modify>("change");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Modify change, const QString &words) {
            QTest::newRow(name) << std::move(change) << words;
        };
        row("range", service([](FtpService &s) { s.passivePorts = PortRange::fromTrusted(6000, 6010); }),
            u"Passive range 6000\u20136010 instead of 5000\u20135003"_s);
        row("no range", service([](FtpService &s) { s.passivePorts.reset(); }),
            u"Passive range not managed any more; it was 5000\u20135003"_s);
        row("external address", service([](FtpService &s) {
            s.sites[0].externalAddress.everywhere = Address::fromTrusted(u"203.0.113.1");
        }),
            u"Site \"default\": external address 203.0.113.1 instead of none"_s);
        row("TLS", service([](FtpService &s) { s.sites[0].tls = TlsMode::Implicit; }),
            u"Site \"default\": implicit TLS instead of explicit TLS"_s);
        row("address", service([](FtpService &s) { s.sites[0].port = 2121; }),
            u"Site \"default\": address 198.51.100.20:2121 instead of 198.51.100.20:21"_s);
        row("new site", service([](FtpService &s) {
            s.sites << FtpSite{u"b"_s, Address::fromTrusted(u"198.51.100.21"), 21, {}, TlsMode::None};
        }),
            u"Site \"b\": 198.51.100.21:21, no TLS"_s);
        row("where it is", service([](FtpService &s) {
            s.software = FtpSoftware::PureFtpd;
            s.configPath = u"/etc/pure"_s;
            s.serviceUnit = u"pure.service"_s;
        }),
            u"Software Pure-FTPd instead of vsftpd\nConfiguration file /etc/pure instead of /etc/vsftpd.conf\n"
            "Service unit pure.service instead of vsftpd.service"_s);
    }
    void serviceInWords()
    {
        QFETCH(Modify, change);
        QFETCH(QString, words);
        RuleSet desired = publishedSample();
        change(desired);
        words = u"~ files-1: "_s + words.replace(u"\n"_s, u"\n~ files-1: "_s);
        const QString agent = u"127.0.0.3:7521"_s;
        QCOMPARE(asText(differences(nodeOf(publishedSample(), agent), nodeOf(desired, agent))), words);
    }

    void passiveRangeInsteadOfAnyPort()
    {
        RuleSet running = publishedSample();
        edit(running.ftpServices, 0, [](FtpService &s) { s.passivePorts.reset(); });
        const QString agent = u"127.0.0.3:7521"_s;
        QCOMPARE(asText(differences(nodeOf(running, agent), nodeOf(publishedSample(), agent))),
            u"~ files-1: Passive range 5000\u20135003 instead of any port"_s);
    }

    void newNodeInWords()
    {
        const QList<NodeConfig> nodes = nodeConfigs(publishedSample());
        QCOMPARE(asText(differences({}, nodes[0])),
            u"+ gw-1: Managed from now on, with ferrygate-proxy\n"
            "+ rule partner-upload: Publishes 198.51.100.20:21 at 203.0.113.1:21, with ports 5000\u20135003, filter off"_s);
        QCOMPARE(asText(differences({}, nodes[1])),
            u"+ files-1: Managed from now on, vsftpd\n+ files-1: Passive range 5000\u20135003\n"
            "+ files-1: Site \"default\": 198.51.100.20:21, explicit TLS"_s);
        QCOMPARE(asText(differences(nodes[0], {})), u"- gw-1: Not managed any more; publishes nothing"_s);
        QCOMPARE(asText(differences(nodes[1], {})), u"- files-1: Not managed any more; keeps its present settings"_s);
    }

    void followsTheOrderOfTheRules()
    {
        RuleSet desired = fourRules();
        desired.rules.removeAt(1);
        edit(desired.rules, 0, [](PublishingRule &r) { r.log = false; });
        desired.rules.insert(2, ruleNamed(u"new"_s, u"203.0.113.9"_s));
        edit(desired.rules, 3, [](PublishingRule &r) { r.filter.enabled = true; });
        QCOMPARE(asText(differences(nodeConfigs(fourRules()).at(0), nodeConfigs(desired).at(0))),
            u"~ rule partner-upload: Log off\n"
            "- rule second: No longer published at 203.0.113.2:21\n"
            "+ rule new: Publishes 198.51.100.20:21 at 203.0.113.9:21, with ports 5000\u20135003, filter off\n"
            "~ rule fourth: Filter on"_s);
    }

    void namesOnlyTheRulesThatMoved()
    {
        RuleSet desired = fourRules();
        desired.rules.move(3, 1);
        QCOMPARE(asText(differences(nodeConfigs(fourRules()).at(0), nodeConfigs(desired).at(0))),
            u"~ rule fourth: Evaluated before second"_s);
        desired = fourRules();
        desired.rules.move(0, 3);
        QCOMPARE(asText(differences(nodeConfigs(fourRules()).at(0), nodeConfigs(desired).at(0))),
            u"~ rule partner-upload: Evaluated last"_s);
    }

    void namesTheGatewayWhereANodeHasTwo()
    {
        RuleSet running = publishedSample();
        running.gateways.append({GatewayId::fromTrusted(u"gw-2"_s), {}, u"127.0.0.2:7521"_s, Engine::Haproxy, {}, {}});
        RuleSet desired = running;
        edit(desired.rules, 0, [](PublishingRule &r) { r.log = false; });
        edit(desired.gateways, 1, [](Gateway &gateway) {
            gateway.engine = Engine::Nftables;
            gateway.certificate = u"edge"_s;
        });
        QCOMPARE(asText(differences(nodeConfigs(running).at(0), nodeConfigs(desired).at(0))),
            u"~ rule partner-upload on gw-1: Log off\n"
            "~ gw-2: Engine nftables instead of HAProxy\n"
            "~ gw-2: Transfers that run are finished by HAProxy, which takes no new sessions; a client that connects "
            "at "
            "that moment may have to try again\n"
            "~ gw-2: Certificate \"edge\" instead of none"_s);
    }

    // Whatever makes another generation must be told.
    void isEmptyOnlyForEqualConfigurations()
    {
        RuleSet desired = publishedSample();
        edit(desired.ftpServices, 0, [](FtpService &s) {
            s.sites << FtpSite{u"b"_s, Address::fromTrusted(u"198.51.100.21"), 21, {}, TlsMode::None};
        });
        RuleSet running = desired;
        edit(running.ftpServices, 0, [](FtpService &s) { s.sites.swapItemsAt(0, 1); });
        QCOMPARE(asText(differences(nodeConfigs(running).at(1), nodeConfigs(desired).at(1))),
            u"~ files-1: Order of the sites"_s);
    }
};

QTEST_APPLESS_MAIN(TestDifferences)
#include "tst_differences.moc"
