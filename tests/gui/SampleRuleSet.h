#pragma once

#include "models/rules/RuleSet.h"

/// The rule set of the story: files-1 behind gw-1, published with the filter denying AUTH TLS, and a public mirror.
[[nodiscard]] inline ferry::RuleSet sampleRuleSet()
{
    using namespace ferry;
    using namespace Qt::Literals::StringLiterals;
    RuleSet ruleSet;
    ruleSet.revision = 41;

    Gateway gateway{GatewayId::fromTrusted(u"gw-1"_s), u"gw-1"_s, u"203.0.113.1:7521"_s, Engine::Builtin, {}, {}};
    gateway.externalAddresses = {Address::fromTrusted(u"203.0.113.1"), Address::fromTrusted(u"203.0.113.2")};
    ruleSet.gateways.append(gateway);
    Gateway second{GatewayId::fromTrusted(u"gw-2"_s), u"gw-2"_s, u"192.0.2.1:7521"_s, Engine::Haproxy, {}, {}};
    second.externalAddresses = {Address::fromTrusted(u"192.0.2.1")};
    ruleSet.gateways.append(second);

    FtpService files{ServiceId::fromTrusted(u"files-1"_s), u"files-1"_s, u"198.51.100.20:7521"_s, FtpSoftware::Vsftpd,
        u"/etc/vsftpd.conf"_s, u"vsftpd.service"_s, std::nullopt, {}};
    files.sites << FtpSite{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit};
    ruleSet.ftpServices.append(files);
    FtpService mirror{ServiceId::fromTrusted(u"mirror"_s), u"mirror"_s, u"198.51.100.30:7521"_s, FtpSoftware::Vsftpd,
        u"/etc/vsftpd.conf"_s, u"vsftpd.service"_s, PortRange::fromTrusted(5100, 5119), {}};
    mirror.sites << FtpSite{u"public"_s, Address::fromTrusted(u"198.51.100.30"), 21, {}, TlsMode::None};
    mirror.sites << FtpSite{u"staff"_s, Address::fromTrusted(u"198.51.100.31"), 21, {}, TlsMode::Explicit};
    ruleSet.ftpServices.append(mirror);

    PublishingRule partner;
    partner.id = RuleId::fromTrusted(u"partner-upload"_s);
    partner.name = u"Partner upload"_s;
    partner.description = u"Orders of the partners, every night"_s;
    partner.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
    partner.gateways << gateway.id;
    partner.listener.address = gateway.externalAddresses.first();
    partner.server = ServiceSite{files.id, u"default"_s};
    partner.from << Network::fromTrusted(u"198.18.0.0/15");
    ruleSet.rules.append(partner);

    PublishingRule open = partner;
    open.id = RuleId::fromTrusted(u"public-mirror"_s);
    open.name = u"Public mirror"_s;
    open.description.clear();
    open.listener.address = gateway.externalAddresses.last();
    open.server = ServiceSite{mirror.id, u"public"_s};
    open.from.clear();
    ruleSet.rules.append(open);
    return ruleSet;
}
