#include "app/ctl/verbs/CommandsVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "models/plan/IisCommands.h"
#include "models/plan/Words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandsVerb", text);
}

/// What an Apply would ask of the service. Without an agent nobody is asked, so that one is made up here.
ServiceConfig wantedOf(RuleSet ruleSet, FtpService service)
{
    if (service.agent.isEmpty()) {
        service.agent = u"by-hand:1"_s;
        ruleSet.ftpServices.replace(ruleSet.ftpServices.rowOf(service.id), service);
    }
    for (const NodeConfig &node : nodeConfigs(ruleSet)) {
        for (const ServiceConfig &config : node.services) {
            if (config.id == service.id)
                return config;
        }
    }
    return {};
}

} // namespace

QString CommandsVerb::summary() const
{
    return tr("prints the commands that set up an IIS by hand as the rule set says");
}

QString CommandsVerb::help() const
{
    return tr(
        "Nothing is asked and nothing is changed. Passive range and external addresses are set for the server and its\n"
        "sites, and the FTP service ftpsvc is restarted, which ends the sessions of every site. Ports and TLS of the\n"
        "sites stay as they are.\n\n"
        "Exit code 0: printed. 1: the service is not an IIS, or the file could not be read.\n\n"
        "  ferryctl commands rules.json files-1\n"
        "  ferryctl commands rules.json files-1 --shell appcmd");
}

QString CommandsVerb::jsonShape() const
{
    return u"{\"service\", \"shell\": \"powershell|appcmd\", \"commands\": [text]}"_s;
}

void CommandsVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"shell"_s, tr("\"powershell\" or \"appcmd\"."), tr("SHELL"), u"powershell"_s});
}

int CommandsVerb::run(const Call &call) const
{
    const QString shell = call.options.value(u"shell"_s);
    if (shell != u"powershell" && shell != u"appcmd") {
        call.terminal.error({ErrorCode::InvalidInput, shell, tr("Nothing was printed."),
            tr("\"%1\" is not a shell that is known here.").arg(shell), tr("It is \"powershell\" or \"appcmd\".")});
        return ExitError;
    }
    const std::optional<RuleSet> ruleSet = readRuleSetFile(call, call.arguments[0]);
    if (!ruleSet)
        return ExitError;
    const Result<const FtpService *> service = serviceOf(*ruleSet, call.arguments[1]);
    if (!service) {
        call.terminal.error(service.error());
        return ExitError;
    }
    if ((*service)->software != FtpSoftware::Iis) {
        call.terminal.error({ErrorCode::Unsupported, call.arguments[1], tr("Nothing was printed."),
            tr("%1 is set up by its files and not by commands.").arg(softwareText((*service)->software)),
            tr("\"ferryctl plan\" shows how they change.")});
        return ExitError;
    }
    const QStringList commands = iisCommands(
        wantedOf(*ruleSet, **service), shell == u"appcmd" ? WindowsShell::AppCmd : WindowsShell::PowerShell);
    call.terminal.json({{u"service"_s, call.arguments[1]}, {u"shell"_s, shell},
        {u"commands"_s, QJsonArray::fromStringList(commands)}});
    call.terminal.line(commands.isEmpty() ? tr("The rule set sets nothing there.") : commands.join(u'\n'));
    return ExitDone;
}

} // namespace ferry::ctl
