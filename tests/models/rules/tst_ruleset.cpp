#include "models/rules/RuleSet.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

RuleSet sample()
{
    RuleSet set;
    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.sites = {FtpSite{u"default"_s, Address::fromTrusted(u"192.0.2.1"), 21, {}, TlsMode::None},
        FtpSite{u"archive"_s, Address::fromTrusted(u"192.0.2.2"), 990, {}, TlsMode::Implicit}};
    set.ftpServices.append(service);
    return set;
}

PublishingRule rule(PublishedServer server)
{
    PublishingRule made;
    made.protocol = builtInProtocols().first().id;
    made.server = std::move(server);
    return made;
}

ServiceSite site(const QString &service, const QString &name)
{
    return {ServiceId::fromTrusted(service), name};
}

} // namespace

class TestRuleSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsWithTheBuiltIns() { QCOMPARE(RuleSet().protocols.objects(), builtInProtocols()); }

    void findsThePublishedSite()
    {
        const RuleSet set = sample();
        QCOMPARE(publishedSite(set, rule(site(u"files-1"_s, u"archive"_s)))->port, quint16(990));
        QCOMPARE(publishedService(set, rule(site(u"files-1"_s, u"gone"_s)))->sites.size(), 2);
        QVERIFY(publishedSite(set, rule(site(u"files-1"_s, u"gone"_s))) == nullptr);
        QVERIFY(publishedService(set, rule(site(u"gone"_s, u"default"_s))) == nullptr);
        QVERIFY(publishedSite(set, rule(BareServer{})) == nullptr);
    }

    void listenerPortIsItsOwnOrTheProtocols()
    {
        const RuleSet set = sample();
        PublishingRule made = rule(BareServer{});
        QCOMPARE(listenerPort(set, made), quint16(21));
        made.listener.port = 2121;
        QCOMPARE(listenerPort(set, made), quint16(2121));
        made.listener.port = 0;
        made.protocol = ProtocolId::fromTrusted(u"gone"_s);
        QCOMPARE(listenerPort(set, made), quint16(0));
    }

    void filterNeedsSwitchAndProtocol()
    {
        RuleSet set = sample();
        PublishingRule made = rule(BareServer{});
        QVERIFY(isFilterOn(set, made));
        made.filter.enabled = false;
        QVERIFY(!isFilterOn(set, made));
        made.filter.enabled = true;
        ProtocolDefinition unfiltered = customized(builtInProtocols().first(), ProtocolId::fromTrusted(u"bare"_s), {});
        unfiltered.filter = ApplicationFilter::None;
        set.protocols.append(unfiltered);
        made.protocol = unfiltered.id;
        QVERIFY(!isFilterOn(set, made));
    }

    void externalAddressOfAGatewayWinsOverTheGeneralOne()
    {
        ExternalAddress external;
        const auto gw1 = GatewayId::fromTrusted(u"gw-1"_s);
        QVERIFY(!external.isSet());
        QVERIFY(!external.forGateway(gw1));
        external.everywhere = Address::fromTrusted(u"192.0.2.1");
        QCOMPARE(external.forGateway(gw1), external.everywhere);
        external.perGateway.insert(gw1, Address::fromTrusted(u"192.0.2.7"));
        QCOMPARE(external.forGateway(gw1), Address::fromTrusted(u"192.0.2.7"));
        QCOMPARE(external.forGateway(GatewayId::fromTrusted(u"gw-2"_s)), external.everywhere);
    }
};

QTEST_APPLESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
