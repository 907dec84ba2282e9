#include "RandomEdits.h"

#include "models/edits/FilterEdits.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/MoveRules.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/PublishServer.h"
#include "models/edits/ReplaceRuleSet.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"

namespace ferry::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class Dice {
public:
    explicit Dice(QRandomGenerator &random) : m_random(random) {}

    int below(qsizetype end) const
    {
        return static_cast<int>(m_random.bounded(static_cast<quint32>(std::max<qsizetype>(end, 1))));
    }
    bool coin() const { return below(2) == 0; }
    template <class T>
    const T &of(const QList<T> &list) const
    {
        return list.at(below(list.size()));
    }
    template <class T>
    typename Table<T>::IdType idOf(const Table<T> &table) const
    {
        // Now and then something that is not there.
        return table.isEmpty() || below(40) == 0 ? Table<T>::IdType::fromTrusted(u"nothing"_s)
                                                 : table.at(below(table.size())).id;
    }

private:
    QRandomGenerator &m_random;
};

const QList<Address> &addresses()
{
    static const QList<Address> list{Address::fromTrusted(u"203.0.113.1"), Address::fromTrusted(u"203.0.113.2"),
        Address::fromTrusted(u"192.168.1.1"), Address::fromTrusted(u"127.0.0.2"), Address::fromTrusted(u"2001:db8::1")};
    return list;
}

const QList<PortRange> &ranges()
{
    static const QList<PortRange> list{PortRange::fromTrusted(5000, 5003), PortRange::fromTrusted(5002, 5010),
        PortRange::fromTrusted(6000, 6100), PortRange::fromTrusted(40000, 40099), PortRange::fromTrusted(2100, 2130),
        PortRange::fromTrusted(900, 910)};
    return list;
}

const QList<Network> &networks()
{
    static const QList<Network> list{Network::fromTrusted(u"198.51.100.0/24"),
        Network::fromTrusted(u"198.51.100.128/25"), Network::fromTrusted(u"198.51.0.0/16"),
        Network::fromTrusted(u"2001:db8:1::/48"), Network::fromTrusted(u"10.0.0.0/8")};
    return list;
}

FilterSettings anyFilter(const Dice &dice)
{
    FilterSettings filter;
    filter.enabled = dice.coin();
    filter.authTls = static_cast<AuthTls>(dice.below(3));
    filter.commands.preset = static_cast<CommandPreset>(dice.below(4));
    if (dice.coin())
        filter.commands.deny << dice.of(knownFtpCommands());
    filter.dataModes.passive = dice.below(4) != 0;
    filter.dataModes.active = dice.coin();
    filter.maxSessions = dice.below(4) * 10;
    filter.maxSessionsPerNetwork = dice.below(4) * 5;
    return filter;
}

PublishedServer anyServer(const RuleSet &ruleSet, const Dice &dice)
{
    if (ruleSet.ftpServices.isEmpty() || dice.below(4) == 0)
        return BareServer{dice.of(addresses()), dice.coin() ? quint16(21) : quint16(990)};
    const FtpService &service = ruleSet.ftpServices.at(dice.below(ruleSet.ftpServices.size()));
    return ServiceSite{service.id, service.sites.isEmpty() ? u"none"_s : dice.of(service.sites).name};
}

QList<GatewayId> anyGateways(const RuleSet &ruleSet, const Dice &dice)
{
    QList<GatewayId> gateways;
    for (const Gateway &gateway : ruleSet.gateways) {
        if (dice.coin())
            gateways << gateway.id;
    }
    return gateways;
}

Listener anyListener(const Dice &dice)
{
    static const QList<quint16> ports{0, 21, 990, 2121, 5001};
    return {dice.of(addresses()), dice.of(ports)};
}

QList<Network> anySources(const Dice &dice)
{
    QList<Network> from;
    for (int count = dice.below(3); count > 0; --count) {
        const Network &network = dice.of(networks());
        if (!from.contains(network))
            from << network;
    }
    return from;
}

PublishingRule anyRule(const RuleSet &ruleSet, const Dice &dice, const QString &id)
{
    PublishingRule rule;
    rule.id = RuleId::fromTrusted(id);
    rule.name = u"Rule "_s + id;
    rule.enabled = dice.below(5) != 0;
    rule.protocol = dice.idOf(ruleSet.protocols);
    rule.gateways = anyGateways(ruleSet, dice);
    rule.listener = anyListener(dice);
    rule.server = anyServer(ruleSet, dice);
    rule.from = anySources(dice);
    rule.filter = anyFilter(dice);
    return rule;
}

FtpService anyService(const Dice &dice, const QString &id)
{
    FtpService service;
    service.id = ServiceId::fromTrusted(id);
    service.name = id;
    service.agent = dice.coin() ? u"10.0.0.5:7521"_s : id + u":7521"_s;
    service.configPath = u"/etc/vsftpd.conf"_s;
    service.software = static_cast<FtpSoftware>(dice.below(4));
    if (dice.coin())
        service.passivePorts = dice.of(ranges());
    for (int site = 0; site <= dice.below(2); ++site) {
        FtpSite made;
        made.name = u"site-%1"_s.arg(site);
        made.address = dice.of(addresses());
        made.port = dice.coin() ? 21 : 5002;
        made.tls = static_cast<TlsMode>(dice.below(3));
        if (dice.coin())
            made.externalAddress.everywhere = dice.of(addresses());
        service.sites << made;
    }
    return service;
}

ProtocolDefinition anyProtocol(const Dice &dice, const QString &id)
{
    ProtocolDefinition protocol = customized(builtInProtocols().at(dice.below(2)), ProtocolId::fromTrusted(id), id);
    if (dice.coin())
        protocol.primary << ProtocolConnection{Direction::Inbound, dice.of(ranges())};
    protocol.filter = dice.below(4) ? ApplicationFilter::Ftp : ApplicationFilter::None;
    return protocol;
}

QString anyWord(const Dice &dice)
{
    static const QStringList words{u""_s, u"Partner"_s, u"Mirror"_s, u"Scans"_s, u"Payroll %1"_s, u"Ünïcode"_s};
    return dice.of(words);
}

EditPtr ruleEdit(const RuleSet &ruleSet, const Dice &dice)
{
    const RuleId rule = dice.idOf(ruleSet.rules);
    switch (dice.below(16)) {
    case 0:
        return renameRule(rule, anyWord(dice));
    case 1:
        return setRuleDescription(rule, anyWord(dice));
    case 2:
        return setRuleEnabled(rule, dice.coin());
    case 3:
        return setRuleProtocol(rule, dice.idOf(ruleSet.protocols));
    case 4:
        return setRuleGateways(rule, anyGateways(ruleSet, dice));
    case 5:
        return setListener(rule, anyListener(dice));
    case 6:
        return setPublishedServer(rule, anyServer(ruleSet, dice));
    case 7:
        return setSourceNetworks(rule, anySources(dice));
    case 8:
        return switchFilter(rule, dice.coin());
    case 9:
        return setAuthTls(rule, static_cast<AuthTls>(dice.below(3)));
    case 10:
        return setFilterSettings(rule, anyFilter(dice), dice.coin() ? u"filter"_s : QString());
    case 11:
        return insertRule(
            anyRule(ruleSet, dice, u"new-%1"_s.arg(dice.below(500))), dice.below(ruleSet.rules.size() + 1));
    case 12:
        return ruleSet.rules.size() < 5 ? duplicateRule(rule) : removeRules({rule});
    case 13:
        return duplicateRule(rule);
    case 14:
        return moveRules({rule, dice.idOf(ruleSet.rules)}, dice.below(ruleSet.rules.size() + 1));
    default:
        return moveRules({rule}, dice.below(ruleSet.rules.size() + 1));
    }
}

EditPtr serviceEdit(const RuleSet &ruleSet, const Dice &dice)
{
    const ServiceId service = dice.idOf(ruleSet.ftpServices);
    const FtpService *found = ruleSet.ftpServices.find(service);
    const QString site = found && !found->sites.isEmpty() ? dice.of(found->sites).name : u"none"_s;
    switch (dice.below(9)) {
    case 0:
        return renameService(service, anyWord(dice));
    case 1:
        return setPassivePorts(service, dice.below(3) ? std::optional(dice.of(ranges())) : std::nullopt);
    case 2:
        return setExternalAddress(service, site, {dice.of(addresses()), {}});
    case 3: {
        ExternalAddress own;
        if (!ruleSet.gateways.isEmpty())
            own.perGateway.insert(ruleSet.gateways.at(dice.below(ruleSet.gateways.size())).id, dice.of(addresses()));
        return setExternalAddress(service, site, own);
    }
    case 4:
        return setSiteTls(service, site, static_cast<TlsMode>(dice.below(3)));
    case 5:
        return renameSite(service, site, u"site-%1"_s.arg(dice.below(6)));
    case 6:
        return insertService(anyService(dice, u"files-%1"_s.arg(dice.below(8))));
    case 7:
        return dice.below(4) ? removeService(service) : removeServiceAndUsers(service);
    default:
        return replaceService(anyService(dice, service.text()));
    }
}

EditPtr gatewayEdit(const RuleSet &ruleSet, const Dice &dice)
{
    const GatewayId gateway = dice.idOf(ruleSet.gateways);
    switch (dice.below(6)) {
    case 0:
        return renameGateway(gateway, anyWord(dice));
    case 1:
        return setGatewayEngine(gateway, static_cast<Engine>(dice.below(4)));
    case 2:
        return setExternalAddresses(gateway, {dice.of(addresses()), dice.of(addresses())});
    case 3:
        return setGatewayCertificate(gateway, dice.coin() ? u"public"_s : QString());
    case 4: {
        Gateway made;
        made.id = GatewayId::fromTrusted(u"gw-%1"_s.arg(dice.below(4)));
        made.name = made.id.text();
        return insertGateway(made);
    }
    default:
        return dice.below(4) ? removeGateway(gateway) : removeGatewayAndUsers(gateway);
    }
}

EditPtr protocolEdit(const RuleSet &ruleSet, const Dice &dice)
{
    const ProtocolId protocol = dice.idOf(ruleSet.protocols);
    switch (dice.below(9)) {
    case 0:
        return renameProtocol(protocol, anyWord(dice));
    case 1:
        return publishPorts(protocol, dice.of(ranges()));
    case 2:
        return setPrimaryConnections(protocol, anyProtocol(dice, u"x"_s).primary);
    case 3:
        return setProtocolFilter(protocol, dice.coin() ? ApplicationFilter::Ftp : ApplicationFilter::None);
    case 4:
        return insertProtocol(anyProtocol(dice, u"protocol-%1"_s.arg(dice.below(8))));
    case 5:
        return removeProtocol(protocol);
    case 6:
        return removeProtocolAndUse(protocol, ProtocolId::fromTrusted(u"ftp-server"_s));
    case 7:
        return replaceProtocol(anyProtocol(dice, protocol.text()));
    default:
        return customizeProtocol(dice.idOf(ruleSet.rules), {dice.of(ranges())});
    }
}

EditPtr wholeEdit(const RuleSet &ruleSet, const Dice &dice, QRandomGenerator &random)
{
    if (dice.coin()) {
        Publication publication;
        publication.service = anyService(dice, u"files-%1"_s.arg(dice.below(8)));
        publication.protocol = anyProtocol(dice, u"protocol-%1"_s.arg(dice.below(8)));
        publication.rule = anyRule(ruleSet, dice, {});
        publication.rule.name = u"Published"_s;
        publication.rule.server = ServiceSite{publication.service->id, u"site-0"_s};
        publication.rule.protocol = publication.protocol->id;
        return publishServer(publication);
    }
    RuleSet other = ruleSet;
    if (dice.below(3) == 0)
        other = crowdedRuleSet(random, 20);
    else if (!other.rules.isEmpty())
        other.rules.removeAt(dice.below(other.rules.size()));
    return dice.coin() ? importRuleSet(other) : discardTo(other);
}

} // namespace

RuleSet crowdedRuleSet(QRandomGenerator &random, int rules)
{
    const Dice dice(random);
    RuleSet ruleSet;
    for (int i = 1; i <= 2; ++i) {
        Gateway gateway;
        gateway.id = GatewayId::fromTrusted(u"gw-%1"_s.arg(i));
        gateway.name = gateway.id.text();
        gateway.agent = u"203.0.113.%1:7521"_s.arg(i);
        gateway.externalAddresses = {addresses().at(0), addresses().at(3)};
        ruleSet.gateways.append(gateway);
    }
    for (int i = 1; i <= 3; ++i)
        ruleSet.ftpServices.append(anyService(dice, u"files-%1"_s.arg(i)));
    for (int i = 1; i <= 3; ++i)
        ruleSet.protocols.append(anyProtocol(dice, u"protocol-%1"_s.arg(i)));
    for (int i = 1; i <= rules; ++i) {
        PublishingRule rule = anyRule(ruleSet, dice, u"rule-%1"_s.arg(i));
        if (!ruleSet.protocols.contains(rule.protocol))
            rule.protocol = ruleSet.protocols.at(0).id;
        ruleSet.rules.append(rule);
    }
    return ruleSet;
}

EditPtr randomEdit(const RuleSet &ruleSet, QRandomGenerator &random)
{
    const Dice dice(random);
    switch (dice.below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
        return serviceEdit(ruleSet, dice);
    case 4:
    case 5:
        return gatewayEdit(ruleSet, dice);
    case 6:
    case 7:
    case 8:
        return protocolEdit(ruleSet, dice);
    case 9:
        return wholeEdit(ruleSet, dice, random);
    default:
        return ruleEdit(ruleSet, dice);
    }
}

} // namespace ferry::test
