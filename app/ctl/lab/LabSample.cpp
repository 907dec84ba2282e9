#include "app/ctl/lab/LabSample.h"

#include "models/store/RuleSetReader.h"

#include <QCoreApplication>
#include <QFile>

// Resources of a static library are registered only where somebody asks for them, outside of any namespace.
static void registerSamples()
{
    Q_INIT_RESOURCE(ferrygate_samples);
}

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LabSample", text);
}

void moveGateways(RuleSet &ruleSet, const LabNetwork &network)
{
    for (qsizetype row = 0; row < ruleSet.gateways.size(); ++row) {
        Gateway gateway = ruleSet.gateways.at(row);
        gateway.agent = network.gatewayAgent();
        gateway.externalAddresses = {network.gateway};
        gateway.certificate = u"public"_s;
        ruleSet.gateways.replace(row, gateway);
    }
}

void moveServices(RuleSet &ruleSet, const LabNetwork &network, const LabPaths &paths)
{
    for (qsizetype row = 0; row < ruleSet.ftpServices.size(); ++row) {
        FtpService service = ruleSet.ftpServices.at(row);
        service.agent = network.serverAgent();
        service.configPath = paths.vsftpdConf();
        for (FtpSite &site : service.sites) {
            site.address = network.server;
            site.port = network.controlPort;
        }
        ruleSet.ftpServices.replace(row, service);
    }
}

void moveRules(RuleSet &ruleSet, const LabNetwork &network)
{
    for (qsizetype row = 0; row < ruleSet.rules.size(); ++row) {
        PublishingRule rule = ruleSet.rules.at(row);
        rule.listener = {network.gateway, network.controlPort};
        ruleSet.rules.replace(row, rule);
    }
}

PublishingRule plainRule(const RuleSet &ruleSet, const LabNetwork &network)
{
    PublishingRule rule;
    rule.id = RuleId::fromTrusted(u"public-mirror"_s);
    rule.name = tr("Public mirror");
    rule.description = tr("Plain FTP, read only. The filter opens the data ports by itself.");
    rule.protocol = builtInProtocols().first().id;
    rule.gateways = {ruleSet.gateways.at(0).id};
    rule.listener = {network.gateway, network.mirrorPort};
    rule.server = BareServer{network.server, network.controlPort};
    rule.filter.commands.preset = CommandPreset::ReadOnly;
    return rule;
}

} // namespace

Result<RuleSet> labSample(const LabNetwork &network, const LabPaths &paths)
{
    registerSamples();
    QFile file(u":/samples/story.ferrygate.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Internal, file.fileName(), tr("The lab was not set up."), tr("Its rule set is missing."));
    auto ruleSet = readRuleSet(file.readAll());
    if (!ruleSet)
        return failure(summary(ruleSet.error(), file.fileName()));
    moveGateways(*ruleSet, network);
    moveServices(*ruleSet, network, paths);
    moveRules(*ruleSet, network);
    ruleSet->rules.append(plainRule(*ruleSet, network));
    return std::move(*ruleSet);
}

} // namespace ferry::ctl
