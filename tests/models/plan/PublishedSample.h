#pragma once

#include "models/rules/RuleSet.h"

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

/// The story's publication in its final form: gw-1 publishes the site "default" of files-1 with explicit TLS, filter
/// off, passive range 5000-5003.
inline RuleSet publishedSample()
{
    RuleSet set;
    ProtocolDefinition protocol =
        customized(builtInProtocols().first(), ProtocolId::fromTrusted(u"ftps-fixed"_s), u"FTPS"_s);
    protocol.primary.append({Direction::Inbound, PortRange::fromTrusted(5000, 5003)});
    set.protocols.append(protocol);
    set.gateways.append({GatewayId::fromTrusted(u"gw-1"_s), u"Edge"_s, u"127.0.0.2:7521"_s, Engine::Builtin,
        {Address::fromTrusted(u"203.0.113.1")}, {}});
    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.name = u"Files"_s;
    service.agent = u"127.0.0.3:7521"_s;
    service.configPath = u"/etc/vsftpd.conf"_s;
    service.serviceUnit = u"vsftpd.service"_s;
    service.passivePorts = PortRange::fromTrusted(5000, 5003);
    service.sites = {{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit}};
    set.ftpServices.append(service);
    PublishingRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner upload"_s;
    rule.protocol = protocol.id;
    rule.gateways = {GatewayId::fromTrusted(u"gw-1"_s)};
    rule.listener = {Address::fromTrusted(u"203.0.113.1"), 0};
    rule.server = ServiceSite{service.id, u"default"_s};
    rule.filter.enabled = false;
    set.rules.append(rule);
    return set;
}

/// Replaces the object in `row` by what `change` makes of it.
template <class Object, class Change>
void edit(Table<Object> &table, qsizetype row, Change change)
{
    Object object = table.at(row);
    change(object);
    table.replace(row, object);
}

} // namespace ferry::test
