#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

/// A rule set in which every field of every object is away from its default somewhere.
inline RuleSet fullSample()
{
    RuleSet set;
    set.revision = 41;

    ProtocolDefinition protocol;
    protocol.id = ProtocolId::fromTrusted(u"ftps-fixed"_s);
    protocol.name = u"FTPS (custom)"_s;
    protocol.description = u"Fixed passive range.\nMade for \"files-1\"."_s;
    protocol.filter = ApplicationFilter::Ftp;
    protocol.primary = {{Direction::Inbound, PortRange::fromTrusted(21, 21)},
        {Direction::Inbound, PortRange::fromTrusted(5000, 5003)},
        {Direction::Outbound, PortRange::fromTrusted(20, 20)}};
    protocol.secondary = {{Direction::Inbound, PortRange::fromTrusted(49152, 65535)}};
    set.protocols.append(protocol);
    ProtocolDefinition bare;
    bare.id = ProtocolId::fromTrusted(u"bare"_s);
    bare.name = u"Bare"_s;
    set.protocols.append(bare);

    const auto gw1 = GatewayId::fromTrusted(u"gw-1"_s);
    const auto gw2 = GatewayId::fromTrusted(u"gw-2"_s);
    set.gateways.append({gw1, u"Edge"_s, u"gw-1.example:7521"_s, Engine::Builtin,
        {Address::fromTrusted(u"203.0.113.1"), Address::fromTrusted(u"2001:db8::1")}, u"edge-2026"_s,
        {*ClientAddress::parse(u"10.0.0.0/8 = 10.0.0.1"), *ClientAddress::parse(u"192.168.7.0/24 = 192.168.7.1")}});
    set.gateways.append({gw2, u"Spare"_s, {}, Engine::Nftables, {}, {}});

    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.name = u"Dateien für Partner"_s;
    service.agent = u"[2001:db8::20]:7521"_s;
    service.configPath = u"/etc/vsftpd.conf"_s;
    service.serviceUnit = u"vsftpd.service"_s;
    service.passivePorts = PortRange::fromTrusted(5000, 5003);
    FtpSite first{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit};
    first.externalAddress.everywhere = Address::fromTrusted(u"203.0.113.1");
    FtpSite second{u"archive"_s, Address::fromTrusted(u"198.51.100.21"), 990, {}, TlsMode::Implicit};
    second.externalAddress.everywhere = Address::fromTrusted(u"203.0.113.1");
    second.externalAddress.perGateway.insert(gw1, Address::fromTrusted(u"192.0.2.7"));
    second.externalAddress.perGateway.insert(gw2, Address::fromTrusted(u"192.0.2.8"));
    FtpSite third{u"plain"_s, Address::fromTrusted(u"198.51.100.22"), 2121, {}, TlsMode::None};
    third.externalAddress.perGateway.insert(gw1, Address::fromTrusted(u"192.0.2.9"));
    service.sites = {first, second, third};
    set.ftpServices.append(service);
    FtpService other;
    other.id = ServiceId::fromTrusted(u"mirror"_s);
    other.name = u"Mirror"_s;
    other.software = FtpSoftware::PureFtpd;
    set.ftpServices.append(other);

    PublishingRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner upload"_s;
    rule.description = u"Nightly\tdeliveries"_s;
    rule.enabled = false;
    rule.protocol = protocol.id;
    rule.gateways = {gw1, gw2};
    rule.listener = {Address::fromTrusted(u"203.0.113.1"), 2121};
    rule.server = ServiceSite{service.id, u"archive"_s};
    rule.from = {Network::fromTrusted(u"198.51.100.0/24"), Network::fromTrusted(u"2001:db8::/32"),
        Network::fromTrusted(u"192.0.2.1")};
    rule.filter = {false, AuthTls::Terminate, UpstreamTls::Required,
        {CommandPreset::Custom, {u"RETR"_s, u"SITE CHMOD"_s}, {u"DELE"_s}}, {false, true}, false, false, 512, 60, 30,
        100, 4, u"Welcome"_s, true, 45, 40, 22, 48};
    rule.externalAddress = Address::fromTrusted(u"192.0.2.99");
    rule.log = false;
    rule.reason = u"Ticket 4711"_s;
    set.rules.append(rule);
    PublishingRule simple;
    simple.id = RuleId::fromTrusted(u"public-mirror"_s);
    simple.name = u"Public mirror"_s;
    simple.protocol = builtInProtocols().first().id;
    simple.listener = {Address::fromTrusted(u"203.0.113.1"), 0};
    simple.server = BareServer{Address::fromTrusted(u"198.51.100.30"), 21};
    set.rules.append(simple);
    PublishingRule port = simple;
    port.id = RuleId::fromTrusted(u"port"_s);
    port.server = BareServer{Address::fromTrusted(u"2001:db8::30"), 2121};
    set.rules.append(port);
    return set;
}

} // namespace ferry::test
