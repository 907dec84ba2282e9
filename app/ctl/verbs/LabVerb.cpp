#include "app/ctl/verbs/LabVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/Workbench.h"
#include "app/ctl/lab/Lab.h"
#include "app/ctl/story/Story.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("LabVerb", text, comment, n);
}

int fail(const Call &call, const Error &error)
{
    call.terminal.error(error);
    return ExitError;
}

Lab::Options labOptions(const Call &call)
{
    return Lab::usual(call.options.value(u"dir"_s), call.options.value(u"packages"_s));
}

QJsonObject labJson(const Lab &lab, const LabState &state)
{
    return {{u"up"_s, Lab::isUp(state)}, {u"directory"_s, lab.paths().root}, {u"ruleSet"_s, lab.paths().ruleSet()},
        {u"identity"_s, lab.paths().identity()}, {u"network"_s, state.network.toJson()}};
}

int up(const Call &call)
{
    const Lab lab(labOptions(call));
    const bool wasUp = [&] {
        const Result<LabState> before = lab.state();
        return before && Lab::isUp(*before);
    }();
    const Result<LabState> state = lab.up([&](const QString &text) { call.terminal.progress(text + u'\u2026'); });
    if (!state)
        return fail(call, state.error());
    call.terminal.json(labJson(lab, *state));
    const QString absolute = lab.paths().ruleSet();
    const QString relative = QDir::current().relativeFilePath(absolute);
    const QString file = relative.startsWith(".."_L1) ? absolute : relative;
    const LabNetwork &network = state->network;
    call.terminal.line(wasUp ? tr("The lab is up already.") : tr("The lab is up."));
    call.terminal.line(aligned({{tr("gateway"), u"%1:%2"_s.arg(network.gateway.toString()).arg(network.controlPort),
                                    tr("ferrygate-proxy, agent gw-1")},
                                   {tr("server"), u"%1:%2"_s.arg(network.server.toString()).arg(network.controlPort),
                                       tr("vsftpd with TLS, agent files-1")},
                                   {tr("rule set"), file, tr("with the faults of the story")}},
        u"  "_s));
    call.terminal.line(tr("Try: ferryctl check %1, ferryctl test %1, ferryctl lab down").arg(file));
    return ExitDone;
}

int down(const Call &call)
{
    const Lab lab(labOptions(call));
    const Result<void> ended = lab.down(!call.options.isSet(u"keep"_s));
    if (!ended && ended.error().code == ErrorCode::NotFound) {
        call.terminal.json({{u"up"_s, false}, {u"directory"_s, lab.paths().root}});
        call.terminal.line(tr("There is no lab to bring down."));
        return ExitDone;
    }
    if (!ended)
        return fail(call, ended.error());
    call.terminal.json({{u"up"_s, false}, {u"directory"_s, lab.paths().root}});
    call.terminal.line(tr("The lab is down."));
    return ExitDone;
}

// What each agent says of itself, not what ought to be.
QJsonObject nodeStatus(
    Workbench &bench, const QString &node, const ProcessRef &process, const QString &agent, QList<QStringList> &rows)
{
    QObject context;
    QJsonObject json{{u"node"_s, node}, {u"agent"_s, agent}, {u"pid"_s, process.pid}, {u"alive"_s, process.isAlive()}};
    rows.append(
        {node, process.isAlive() ? tr("agent runs, pid %1").arg(process.pid) : tr("agent does not run"), agent});
    if (!process.isAlive())
        return json;
    const Result<backend::AgentChannel *> channel = bench.agents.channel(agent);
    if (!channel)
        return json;
    const auto status = await<AgentResult<NodeStatus>>([&](const auto &done) { (*channel)->status(&context, done); });
    if (!status) {
        json.insert(u"error"_s, errorToJson(status.error().error));
        rows.append({u"  agent"_s, status.error().error.text()});
        return json;
    }
    json.insert(u"status"_s, toJson(*status));
    for (const GatewayStatus &gateway : status->gateways) {
        const bool isWell = gateway.running && gateway.problem.isEmpty();
        rows.append({u"  "_s + gateway.id.text(), isWell ? tr("proxy runs, pid %1").arg(gateway.pid) : gateway.problem,
            tr("%n session(s)", nullptr, gateway.sessions)});
    }
    for (const ServiceStatus &service : status->services)
        rows.append({u"  "_s + service.id.text(),
            service.running ? tr("vsftpd runs, pid %1").arg(service.pid) : service.problem,
            tr("%n session(s)", nullptr, service.sessions)});
    return json;
}

int status(const Call &call)
{
    const Lab lab(labOptions(call));
    const Result<LabState> state = lab.state();
    if (!state) {
        call.terminal.json({{u"up"_s, false}, {u"directory"_s, lab.paths().root}});
        call.terminal.line(tr("There is no lab in %1.").arg(lab.paths().root));
        return ExitDone;
    }
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(lab.paths().identity());
    if (!bench)
        return fail(call, bench.error());
    QList<QStringList> rows;
    QJsonArray nodes;
    nodes.append(nodeStatus(**bench, u"gw-1"_s, state->gatewayAgent, state->network.gatewayAgent(), rows));
    nodes.append(nodeStatus(**bench, u"files-1"_s, state->serverAgent, state->network.serverAgent(), rows));
    QJsonObject json = labJson(lab, *state);
    json.insert(u"nodes"_s, nodes);
    call.terminal.json(json);
    call.terminal.line(Lab::isUp(*state) ? tr("The lab in %1 is up.").arg(lab.paths().root)
                                         : tr("The lab in %1 is not up.").arg(lab.paths().root));
    call.terminal.line(aligned(rows, u"  "_s));
    return ExitDone;
}

} // namespace

QString LabVerb::summary() const
{
    return tr("runs a whole installation on loopback, with a real FTPS server");
}

QString LabVerb::help() const
{
    return tr("up      starts a real vsftpd (out of the distribution's package, unpacked, never installed), an agent "
              "for it, a\n"
              "        gateway with its agent, keys, and a rule set that has the story's faults in it. No root is "
              "needed, and\n"
              "        nothing but loopback is used. Done again, it brings up what is missing.\n"
              "status  asks every part how it is.\n"
              "down    ends exactly the processes that up has started, and removes the lab's files (not with --keep).\n"
              "story   brings a lab of its own up and tells the whole story in it with real curl and lftp: the 550, "
              "the hanging\n"
              "        LIST, the findings that predicted both, their fixes, Apply, 20 MB both ways.\n\n"
              "Exit code 0: done; story: everything held. 1: not.\n\n"
              "  ferryctl lab up && ferryctl check build/debug/lab/story.ferrygate.json\n"
              "  ferryctl lab story");
}

QString LabVerb::jsonShape() const
{
    return u"up, down, status: {\"up\", \"directory\", \"ruleSet\"?, \"identity\"?,\n"
           "  \"network\"?: {\"gateway\", \"server\", \"controlPort\", \"mirrorPort\", \"agentPort\"},\n"
           "  \"nodes\"?: [{\"node\", \"agent\", \"pid\", \"alive\", \"status\"?, \"error\"?}]}\n"
           "story: {\"held\", \"checks\", \"broken\",\n"
           "  \"steps\": [{\"id\", \"title\", \"elapsedMs\", \"checks\": [{\"text\", \"held\", \"detail\"}]}]}"_s;
}

void LabVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({u"dir"_s, tr("The lab's directory. Each directory is a lab of its own."), tr("DIR")});
    parser.addOption(
        {u"packages"_s, tr("Where the distribution's packages are unpacked. Default: ../lab-packages."), tr("DIR")});
    parser.addOption({u"keep"_s, tr("down, story: leaves the files there.")});
}

int LabVerb::run(const Call &call) const
{
#ifndef Q_OS_LINUX
    return fail(call,
        {ErrorCode::Unsupported, {}, tr("There is no lab on this system."), tr("Agent and proxy are Linux programs."),
            tr("Run it on a Linux machine.")});
#endif
    const QString which = call.arguments.first();
    if (which == "up"_L1)
        return up(call);
    if (which == "down"_L1)
        return down(call);
    if (which == "status"_L1)
        return status(call);
    if (which == "story"_L1)
        return tellStory(
            call.terminal, labOptions(call), !call.options.value(u"dir"_s).isEmpty(), call.options.isSet(u"keep"_s));
    return fail(call,
        {ErrorCode::InvalidInput, which, tr("Nothing was done."), tr("\"lab\" takes up, down, status or story."),
            tr("See \"ferryctl lab --help\".")});
}

} // namespace ferry::ctl
