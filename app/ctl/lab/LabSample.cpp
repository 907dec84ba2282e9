#include "app/ctl/lab/LabSample.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LabSample", text);
}

PublishingRule makeRule(const QString &id, const QString &name, const Listener &listener, const PublishedServer &server)
{
    PublishingRule rule;
    rule.id = RuleId::fromTrusted(id);
    rule.name = name;
    rule.protocol = builtInProtocols().first().id;
    rule.gateways = {GatewayId::fromTrusted(u"gw-1"_s)};
    rule.listener = listener;
    rule.server = server;
    return rule;
}

} // namespace

RuleSet labSample(const LabNetwork &network, const LabPaths &paths)
{
    RuleSet ruleSet;
    ruleSet.revision = 1;

    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
    gateway.name = tr("Gateway of the lab");
    gateway.agent = network.gatewayAgent();
    gateway.externalAddresses = {network.gateway};
    ruleSet.gateways.append(gateway);

    FtpSite site;
    site.name = u"default"_s;
    site.address = network.server;
    site.port = network.controlPort;
    site.tls = TlsMode::Explicit;
    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.name = tr("Files of the lab");
    service.agent = network.serverAgent();
    service.software = FtpSoftware::Vsftpd;
    service.configPath = paths.vsftpdConf();
    service.serviceUnit = u"vsftpd"_s;
    service.sites = {site};
    ruleSet.ftpServices.append(service);

    PublishingRule upload = makeRule(u"partner-upload"_s, tr("Partner upload"), {network.gateway, network.controlPort},
        ServiceSite{service.id, site.name});
    upload.description =
        tr("Partners deliver over FTPS. The filter in front of the server does not let AUTH TLS through.");
    ruleSet.rules.append(upload);

    PublishingRule mirror = makeRule(u"public-mirror"_s, tr("Public mirror"), {network.gateway, network.mirrorPort},
        BareServer{network.server, network.controlPort});
    mirror.description = tr("Plain FTP, read only. The filter opens the data ports by itself.");
    mirror.filter.commands.preset = CommandPreset::ReadOnly;
    ruleSet.rules.append(mirror);
    return ruleSet;
}

} // namespace ferry::ctl
