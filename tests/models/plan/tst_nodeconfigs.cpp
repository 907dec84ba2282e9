#include "PublishedSample.h"

#include "models/plan/NodeConfig.h"

#include <QTest>

using namespace ferry;
using namespace ferry::test;

namespace {

Gateway secondGateway()
{
    return {GatewayId::fromTrusted(u"gw-2"_s), u"Spare"_s, u"127.0.0.3:7521"_s, Engine::Nftables, {}, {}};
}

const PublishedRule &onlyRule(const QList<NodeConfig> &nodes)
{
    return nodes.at(0).gateways.at(0).rules.at(0);
}

} // namespace

class TestNodeConfigs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resolvesEveryReference()
    {
        const QList<NodeConfig> nodes = nodeConfigs(publishedSample());
        QCOMPARE(nodes.size(), 2);
        QCOMPARE(nodes[0].agent, u"127.0.0.2:7521"_s);
        QCOMPARE(nodes[0].gateways.size(), 1);
        QVERIFY(nodes[0].services.isEmpty());
        const PublishedRule &rule = onlyRule(nodes);
        QCOMPARE(rule.id.text(), u"partner-upload"_s);
        QCOMPARE(rule.listenPort, quint16(21)); // of the protocol
        QCOMPARE(rule.serverAddress.toString(), u"198.51.100.20"_s);
        QCOMPARE(rule.serverPort, quint16(21));
        QCOMPARE(rule.serverTls, TlsMode::Explicit);
        QCOMPARE(rule.relayPorts, QList<PortRange>{PortRange::fromTrusted(5000, 5003)});
        QCOMPARE(rule.dataPorts, QList<PortRange>{PortRange::fromTrusted(49152, 65535)});
        QCOMPARE(rule.externalAddress.toString(), u"203.0.113.1"_s); // of the listener
        QCOMPARE(rule.filterOn, false);

        QCOMPARE(nodes[1].agent, u"127.0.0.3:7521"_s);
        const ServiceConfig &service = nodes[1].services.at(0);
        QCOMPARE(service.passivePorts, PortRange::fromTrusted(5000, 5003));
        QCOMPARE(service.sites.at(0).name, u"default"_s);
        QVERIFY(!service.sites.at(0).externalAddress.has_value());
    }

    void usesTheListenersOwnPort()
    {
        RuleSet set = publishedSample();
        edit(set.rules, 0, [](PublishingRule &rule) { rule.listener.port = 2121; });
        QCOMPARE(onlyRule(nodeConfigs(set)).listenPort, quint16(2121));
    }

    void filterIsOnOnlyWhereTheProtocolBindsIt()
    {
        RuleSet set = publishedSample();
        edit(set.rules, 0, [](PublishingRule &rule) { rule.filter.enabled = true; });
        QCOMPARE(onlyRule(nodeConfigs(set)).filterOn, true);
        edit(set.protocols, 2, [](ProtocolDefinition &protocol) { protocol.filter = ApplicationFilter::None; });
        QCOMPARE(onlyRule(nodeConfigs(set)).filterOn, false);
        QCOMPARE(onlyRule(nodeConfigs(set)).filter.enabled, false);
    }

    void advertisesTheSitesAddressForTheGateway()
    {
        RuleSet set = publishedSample();
        edit(set.ftpServices, 0, [](FtpService &service) {
            service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"192.0.2.1");
        });
        QCOMPARE(onlyRule(nodeConfigs(set)).externalAddress.toString(), u"192.0.2.1"_s);
        edit(set.ftpServices, 0, [](FtpService &service) {
            service.sites[0].externalAddress.perGateway.insert(
                GatewayId::fromTrusted(u"gw-1"_s), Address::fromTrusted(u"192.0.2.7"));
        });
        const QList<NodeConfig> nodes = nodeConfigs(set);
        QCOMPARE(onlyRule(nodes).externalAddress.toString(), u"192.0.2.7"_s);
        // One gateway publishes it, so the server itself can say the same.
        QCOMPARE(nodes[1].services[0].sites[0].externalAddress, Address::fromTrusted(u"192.0.2.7"));
    }

    void theRulesOwnAddressComesFirst()
    {
        RuleSet set = publishedSample();
        edit(set.ftpServices, 0, [](FtpService &service) {
            service.sites[0].externalAddress.everywhere = Address::fromTrusted(u"192.0.2.1");
        });
        edit(set.rules, 0, [](PublishingRule &rule) { rule.externalAddress = Address::fromTrusted(u"192.0.2.44"); });
        const QList<NodeConfig> nodes = nodeConfigs(set);
        QCOMPARE(onlyRule(nodes).externalAddress.toString(), u"192.0.2.44"_s);
        // What the server says to those whom the filter does not read stays the site's.
        QCOMPARE(nodes[1].services[0].sites[0].externalAddress, Address::fromTrusted(u"192.0.2.1"));
    }

    void clientsOnCertainNetworksAreToldTheGatewaysAddressForThem()
    {
        RuleSet set = publishedSample();
        QVERIFY(onlyRule(nodeConfigs(set)).clientAddresses.isEmpty());
        edit(set.gateways, 0,
            [](Gateway &gateway) { gateway.clientAddresses << *ClientAddress::parse(u"10.0.0.0/8 = 10.0.0.1"); });
        const QList<ClientAddress> told = onlyRule(nodeConfigs(set)).clientAddresses;
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].toString(), u"10.0.0.0/8 = 10.0.0.1"_s);
    }

    void serverAdvertisesWhatAllGatewaysAgreeOn_data()
    {
        QTest::addColumn<QString>("everywhere");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("advertised");
        QTest::newRow("none set") << u""_s << u""_s << u""_s << u""_s;
        QTest::newRow("everywhere") << u"192.0.2.1"_s << u""_s << u""_s << u"192.0.2.1"_s;
        QTest::newRow("both the same") << u""_s << u"192.0.2.7"_s << u"192.0.2.7"_s << u"192.0.2.7"_s;
        QTest::newRow("different, none for everywhere") << u""_s << u"192.0.2.7"_s << u"192.0.2.8"_s << u""_s;
        QTest::newRow("different") << u"192.0.2.1"_s << u"192.0.2.7"_s << u"192.0.2.8"_s << u"192.0.2.1"_s;
        QTest::newRow("one set") << u""_s << u"192.0.2.7"_s << u""_s << u""_s;
    }
    void serverAdvertisesWhatAllGatewaysAgreeOn()
    {
        QFETCH(QString, everywhere);
        QFETCH(QString, first);
        QFETCH(QString, second);
        RuleSet set = publishedSample();
        set.gateways.append(secondGateway());
        edit(set.rules, 0, [](PublishingRule &rule) { rule.gateways << GatewayId::fromTrusted(u"gw-2"_s); });
        edit(set.ftpServices, 0, [&](FtpService &service) {
            ExternalAddress &external = service.sites[0].externalAddress;
            if (!everywhere.isEmpty())
                external.everywhere = Address::fromTrusted(everywhere);
            if (!first.isEmpty())
                external.perGateway.insert(GatewayId::fromTrusted(u"gw-1"_s), Address::fromTrusted(first));
            if (!second.isEmpty())
                external.perGateway.insert(GatewayId::fromTrusted(u"gw-2"_s), Address::fromTrusted(second));
        });
        const std::optional<Address> address = nodeConfigs(set).at(1).services.at(0).sites.at(0).externalAddress;
        QTEST(address ? address->toString() : QString(u""_s), "advertised");
    }

    void listenerOnEveryAddressAdvertisesTheGatewaysFirst()
    {
        RuleSet set = publishedSample();
        edit(set.rules, 0, [](PublishingRule &rule) { rule.listener.address = Address(); });
        QCOMPARE(onlyRule(nodeConfigs(set)).externalAddress.toString(), u"203.0.113.1"_s);
    }

    void gatewayAndServiceOfOneAgentShareItsConfiguration()
    {
        RuleSet set = publishedSample();
        set.gateways.append(secondGateway());
        const QList<NodeConfig> nodes = nodeConfigs(set);
        QCOMPARE(nodes.size(), 2);
        QCOMPARE(nodes[1].gateways.at(0).id.text(), u"gw-2"_s);
        QCOMPARE(nodes[1].services.at(0).id.text(), u"files-1"_s);
    }

    void leavesOutWhatCannotRun_data()
    {
        QTest::addColumn<std::function<void(RuleSet &)>>("change");
        const auto row = [](const char *name, std::function<void(RuleSet &)> change) {
            QTest::newRow(name) << std::move(change);
        };
        const auto rule = [](auto change) { return [change](RuleSet &set) { edit(set.rules, 0, change); }; };
        row("disabled", rule([](PublishingRule &r) { r.enabled = false; }));
        row("unknown protocol", rule([](PublishingRule &r) { r.protocol = ProtocolId::fromTrusted(u"gone"_s); }));
        row("one of its gateways unknown",
            rule([](PublishingRule &r) { r.gateways << GatewayId::fromTrusted(u"gone"_s); }));
        row("unknown service",
            rule([](PublishingRule &r) { r.server = ServiceSite{ServiceId::fromTrusted(u"gone"_s), u"default"_s}; }));
        row("unknown site",
            rule([](PublishingRule &r) { r.server = ServiceSite{ServiceId::fromTrusted(u"files-1"_s), u"gone"_s}; }));
        row("protocol without control port", [](RuleSet &set) {
            edit(set.protocols, 2, [](ProtocolDefinition &protocol) { protocol.primary.clear(); });
        });
    }
    void leavesOutWhatCannotRun()
    {
        QFETCH(std::function<void(RuleSet &)>, change);
        RuleSet set = publishedSample();
        change(set);
        QVERIFY(nodeConfigs(set).at(0).gateways.at(0).rules.isEmpty());
    }

    void gatewayWithoutAgentHasNoNode()
    {
        RuleSet set = publishedSample();
        edit(set.gateways, 0, [](Gateway &gateway) { gateway.agent.clear(); });
        QCOMPARE(nodeConfigs(set).size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestNodeConfigs)
#include "tst_nodeconfigs.moc"
