#include "app/ctl/cli/RuleSetArgument.h"

#include "models/store/RuleSetFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleSetArgument", text);
}

QJsonObject problemToJson(const LoadProblem &problem)
{
    QJsonObject json = errorToJson(problem.error);
    json.insert(u"line"_s, problem.line);
    json.insert(u"column"_s, problem.column);
    json.insert(u"pointer"_s, problem.pointer);
    return json;
}

QString identityDirectory(const Call &call, const QString &ruleSetPath)
{
    if (call.options.isSet(u"identity"_s))
        return call.options.value(u"identity"_s);
    const QString fromEnvironment = qEnvironmentVariable("FERRYGATE_IDENTITY");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QString beside = QFileInfo(ruleSetPath).absoluteDir().filePath(u"identity"_s);
    return QFileInfo::exists(beside + u"/client.pem"_s) ? beside : QString();
}

} // namespace

std::optional<RuleSet> readRuleSetFile(const Call &call, const QString &path)
{
    const auto ruleSet = loadRuleSet(path);
    if (ruleSet)
        return *ruleSet;
    if (call.terminal.isJson()) {
        QJsonArray problems;
        for (const LoadProblem &problem : ruleSet.error())
            problems.append(problemToJson(problem));
        call.terminal.json({{u"error"_s, errorToJson(summary(ruleSet.error(), path))}, {u"problems"_s, problems}});
    } else {
        call.terminal.error({ErrorCode::InvalidInput, {}, tr("The rule set was not read."), {}, {}});
        call.terminal.note(describe(ruleSet.error(), path));
    }
    return std::nullopt;
}

void addIdentityOption(QCommandLineParser &parser)
{
    parser.addOption({u"identity"_s,
        tr("Directory with ca.pem, client.pem and client.key. Default: $FERRYGATE_IDENTITY, \"identity\" beside the "
           "file, "
           "or your own."),
        tr("DIR")});
}

std::unique_ptr<Workbench> openWorkbench(const Call &call, const QString &ruleSetPath)
{
    Result<std::unique_ptr<Workbench>> bench = Workbench::open(identityDirectory(call, ruleSetPath));
    if (bench)
        return std::move(*bench);
    call.terminal.error(bench.error());
    return nullptr;
}

std::optional<OpenedRuleSet> openRuleSet(const Call &call, qsizetype place)
{
    const QString path = call.arguments.at(place);
    std::optional<RuleSet> ruleSet = readRuleSetFile(call, path);
    if (!ruleSet)
        return std::nullopt;
    std::unique_ptr<Workbench> bench = openWorkbench(call, path);
    if (!bench)
        return std::nullopt;
    return OpenedRuleSet{std::move(*ruleSet), std::move(bench)};
}

Result<backend::AgentChannel *> channelOfGateway(const OpenedRuleSet &opened, const QString &gateway)
{
    QStringList known;
    for (const Gateway &each : opened.ruleSet.gateways) {
        if (each.id.text() == gateway)
            return opened.bench->agents.channel(each.agent);
        known.append(each.id.text());
    }
    return failure(ErrorCode::NotFound, gateway, tr("No gateway was asked."), tr("The rule set has no such gateway."),
        tr("It has: %1.").arg(known.join(u", "_s)));
}

Result<const FtpService *> serviceOf(const RuleSet &ruleSet, const QString &id)
{
    const Result<ServiceId> parsed = ServiceId::parse(id);
    const FtpService *service = parsed ? ruleSet.ftpServices.find(*parsed) : nullptr;
    if (service)
        return service;
    QStringList known;
    for (const FtpService &each : ruleSet.ftpServices)
        known.append(each.id.text());
    return failure(ErrorCode::NotFound, id, tr("No FTP service was asked."),
        tr("The rule set has no such FTP service."), tr("It has: %1.").arg(known.join(u", "_s)));
}

QStringList gatewayAgentsOf(const RuleSet &ruleSet)
{
    QStringList agents;
    for (const Gateway &gateway : ruleSet.gateways) {
        if (!gateway.agent.isEmpty() && !agents.contains(gateway.agent))
            agents.append(gateway.agent);
    }
    return agents;
}

QStringList agentsOf(const RuleSet &ruleSet)
{
    QStringList agents = gatewayAgentsOf(ruleSet);
    for (const FtpService &service : ruleSet.ftpServices) {
        if (!service.agent.isEmpty() && !agents.contains(service.agent))
            agents.append(service.agent);
    }
    return agents;
}

} // namespace ferry::ctl
