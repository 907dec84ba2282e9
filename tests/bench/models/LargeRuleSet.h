#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::bench {

inline constexpr int sharedProtocols = 20;

/// One of the definitions that a hundred rules share.
[[nodiscard]] inline ProtocolId sharedProtocol(int number)
{
    return ProtocolId::fromTrusted(QStringLiteral("ftps-%1").arg(number));
}

/// The definition that every other rule uses.
[[nodiscard]] inline ProtocolId houseProtocol()
{
    return ProtocolId::fromTrusted(QStringLiteral("ftp-house"));
}

/// A rule set of an organization with `rules` publications: 50 gateways with 8 addresses each, an FTP service for a
/// hundred rules, a protocol definition of the house that half of them use, others shared by a hundred, one rule in
/// fifty with a fault.
[[nodiscard]] inline RuleSet largeRuleSet(int rules)
{
    RuleSet set;
    constexpr int gatewayCount = 50;
    constexpr int addressesEach = 8;
    for (int i = 0; i < gatewayCount; ++i) {
        Gateway gateway;
        gateway.id = GatewayId::fromTrusted(QStringLiteral("gw-%1").arg(i));
        gateway.name = gateway.id.text();
        gateway.agent = QStringLiteral("gw-%1.example.net:7521").arg(i);
        for (int address = 1; address <= addressesEach; ++address)
            gateway.externalAddresses << Address::fromTrusted(QStringLiteral("203.0.%1.%2").arg(i).arg(address));
        set.gateways.append(gateway);
    }
    const int services = rules / 100 + 1;
    for (int i = 0; i < services; ++i) {
        FtpService service;
        service.id = ServiceId::fromTrusted(QStringLiteral("files-%1").arg(i));
        service.name = QStringLiteral("Files %1").arg(i);
        service.agent = QStringLiteral("files-%1.example.net:7521").arg(i);
        service.configPath = QStringLiteral("/etc/vsftpd.conf");
        service.serviceUnit = QStringLiteral("vsftpd.service");
        service.passivePorts = PortRange::fromTrusted(5000, 5003);
        for (int site = 0; site < 2; ++site) {
            service.sites << FtpSite{QStringLiteral("site-%1").arg(site),
                Address::fromTrusted(QStringLiteral("10.%1.%2.%3").arg(i / 250).arg(i % 250).arg(site + 1)), 21, {},
                site ? TlsMode::Explicit : TlsMode::None};
        }
        set.ftpServices.append(service);
    }
    const ProtocolDefinition &original = builtInProtocols().at(0);
    set.protocols.append(customized(original, houseProtocol(), QStringLiteral("FTP of the house")));
    for (int i = 0; i < sharedProtocols; ++i) {
        ProtocolDefinition protocol =
            customized(original, sharedProtocol(i), QStringLiteral("FTPS (custom %1)").arg(i));
        protocol.primary << ProtocolConnection{Direction::Inbound, PortRange::fromTrusted(5000, 5003)};
        set.protocols.append(protocol);
    }

    const QStringList words{QStringLiteral("Partner"), QStringLiteral("Mirror"), QStringLiteral("Payroll"),
        QStringLiteral("Invoices"), QStringLiteral("Scans"), QStringLiteral("Backup"), QStringLiteral("Catalogue")};
    QList<PublishingRule> list;
    list.reserve(rules);
    for (int i = 0; i < rules; ++i) {
        const int gateway = i % gatewayCount;
        const int slot = i / gatewayCount;
        PublishingRule rule;
        rule.id = RuleId::fromTrusted(QStringLiteral("rule-%1").arg(i));
        rule.name = QStringLiteral("%1 upload %2").arg(words.at(i % words.size())).arg(i);
        rule.description = QStringLiteral("Requested by department %1, ticket %2").arg(i % 97).arg(100'000 + i);
        rule.gateways = {GatewayId::fromTrusted(QStringLiteral("gw-%1").arg(gateway))};
        rule.listener = {Address::fromTrusted(QStringLiteral("203.0.%1.%2").arg(gateway).arg(slot % addressesEach + 1)),
            static_cast<quint16>(10'000 + slot / addressesEach)};
        rule.server =
            ServiceSite{ServiceId::fromTrusted(QStringLiteral("files-%1").arg(i % services)), QStringLiteral("site-0")};
        rule.protocol = i % 2 ? houseProtocol() : original.id;
        if (i % 50 == 0) {
            rule.server = ServiceSite{
                ServiceId::fromTrusted(QStringLiteral("files-%1").arg(i % services)), QStringLiteral("site-1")};
            rule.protocol = sharedProtocol(i / 50 % sharedProtocols);
            rule.filter.enabled = i % 100 == 0;
        }
        if (i % 3 == 0)
            rule.from = {Network::fromTrusted(QStringLiteral("198.51.%1.0/24").arg(i % 250))};
        list << rule;
    }
    set.rules = Table<PublishingRule>(std::move(list));
    return set;
}

} // namespace ferry::bench
