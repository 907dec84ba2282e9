#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::test {

/// The story of the design page, section 1: vsftpd with explicit TLS behind a gateway whose filter denies AUTH TLS.
/// Nothing else is set: no passive range, no external address.
[[nodiscard]] inline RuleSet story()
{
    RuleSet ruleSet;
    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(QStringLiteral("gw-1"));
    gateway.name = QStringLiteral("gw-1");
    gateway.agent = QStringLiteral("203.0.113.1:7521");
    gateway.externalAddresses = {Address::fromTrusted(u"203.0.113.1")};
    ruleSet.gateways.append(gateway);

    FtpService files;
    files.id = ServiceId::fromTrusted(QStringLiteral("files-1"));
    files.name = QStringLiteral("files-1");
    files.agent = QStringLiteral("198.51.100.20:7521");
    files.configPath = QStringLiteral("/etc/vsftpd.conf");
    files.sites = {FtpSite{QStringLiteral("main"), Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit}};
    ruleSet.ftpServices.append(files);

    PublishingRule rule;
    rule.id = RuleId::fromTrusted(QStringLiteral("partner-upload"));
    rule.name = QStringLiteral("Partner upload");
    rule.protocol = ProtocolId::fromTrusted(QStringLiteral("ftp-server"));
    rule.gateways = {gateway.id};
    rule.listener = {Address::fromTrusted(u"203.0.113.1"), 0};
    rule.server = ServiceSite{files.id, QStringLiteral("main")};
    ruleSet.rules.append(rule);
    return ruleSet;
}

} // namespace ferry::test
