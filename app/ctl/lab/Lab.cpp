#include "app/ctl/lab/Lab.h"

#include "app/backend/enroll/IdentityFolder.h"
#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/Workbench.h"
#include "app/ctl/lab/AgentConfig.h"
#include "app/ctl/lab/LabSample.h"
#include "app/pki/SecretFile.h"
#include "models/store/RuleSetFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds startPatience = 20s;
constexpr std::chrono::milliseconds endPatience = 10s;

// Longest path of a Unix socket: unix(7), sun_path.
constexpr qsizetype maxSocketPath = 107;

const QString gatewayNode = u"gw-1"_s;
const QString serverNode = u"files-1"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("Lab", text);
}

tl::unexpected<Error> notUp(ErrorCode code, const QString &why, const QString &remedy)
{
    return failure(code, {}, tr("The lab was not brought up."), why, remedy);
}

} // namespace

Lab::Options Lab::usual(const QString &directory, const QString &packages)
{
    Options options;
    const QString usualDirectory = backend::LabLocation::defaultDirectory();
    options.directory = directory.isEmpty() ? usualDirectory : directory;
    options.isDefaultDirectory = QDir(options.directory).absolutePath() == QDir(usualDirectory).absolutePath();
    options.programs = QCoreApplication::applicationDirPath();
    options.packages = packages.isEmpty() ? QDir::cleanPath(options.programs + u"/../lab-packages"_s) : packages;
    return options;
}

bool Lab::isUp(const LabState &state)
{
    return state.gatewayAgent.isAlive() && state.serverAgent.isAlive();
}

Result<LabState> Lab::create(const Tell &tell) const
{
    if (m_paths.proxySocket().toLocal8Bit().size() > maxSocketPath) {
        return notUp(ErrorCode::InvalidInput, tr("The path of its directory is too long for a socket."),
            tr("Name a shorter one with --dir."));
    }
    LabState state;
    state.packages = m_options.packages;
    state.mark = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<LabServer> server = LabServer::find(m_options.packages);
    if (!server)
        return failure(server.error());
    const Result<LabNetwork> network = LabNetwork::choose(m_paths.root, m_options.isDefaultDirectory);
    if (!network)
        return failure(network.error());
    state.network = *network;

    tell(tr("Making keys and certificates"));
    backend::IdentityFolder identity(m_paths.identity());
    if (!QDir().mkpath(m_paths.root))
        return notUp(
            ErrorCode::Io, tr("%1 cannot be made.").arg(m_paths.root), tr("Name another directory with --dir."));
    if (const Result<void> made = identity.create(tr("Lab administrator")); !made)
        return failure(made.error());
    const Result<pki::Identity> authority = identity.authority();
    if (!authority)
        return failure(authority.error());
    for (const auto &[node, address] :
        {std::pair{gatewayNode, network->gateway}, std::pair{serverNode, network->server}}) {
        if (const Result<void> enrolled = enrollNode(*authority, node, {address}); !enrolled)
            return failure(enrolled.error());
    }
    // The one that clients see where a rule ends TLS on the gateway.
    const Result<pki::Identity> shown = pki::issueServer(*authority, gatewayNode, {network->gateway.toString()});
    if (!shown)
        return failure(shown.error());
    for (const auto &[name, bytes] :
        {std::pair{u"tls/public.pem"_s, shown->certificatePem}, std::pair{u"tls/public.key"_s, shown->keyPem}}) {
        if (const Result<> written = pki::writeSecretFile(m_paths.node(gatewayNode, name), bytes); !written)
            return failure(written.error());
    }
    const Result<pki::Identity> ftp =
        pki::issueServer(*authority, serverNode, {network->server.toString(), network->gateway.toString()});
    if (!ftp)
        return failure(ftp.error());

    tell(tr("Setting up vsftpd with 20 MB to fetch"));
    if (const Result<void> done = server->install(m_paths, network->server, network->controlPort, *ftp); !done)
        return failure(done.error());
    if (const Result<void> done = writeAgentConfigs(state, *server); !done)
        return failure(done.error());
    const Result<RuleSet> sample = labSample(*network, m_paths);
    if (!sample)
        return failure(sample.error());
    if (const auto saved = saveRuleSet(m_paths.ruleSet(), *sample); !saved)
        return failure(saved.error());
    if (const Result<void> saved = state.save(m_paths); !saved)
        return failure(saved.error());
    return state;
}

Result<void> Lab::enrollNode(const pki::Identity &authority, const QString &node, const QList<Address> &addresses) const
{
    QStringList names;
    for (const Address &address : addresses)
        names.append(address.toString());
    const Result<pki::Identity> issued = pki::issueServer(authority, node, names);
    if (!issued)
        return failure(issued.error());
    QDir(m_paths.root).mkpath(node + u"/tls"_s);
    const QList<std::pair<QString, QByteArray>> files{{u"tls/agent.pem"_s, issued->certificatePem},
        {u"tls/agent.key"_s, issued->keyPem}, {u"tls/ca.pem"_s, authority.certificatePem}};
    for (const auto &[name, bytes] : files) {
        if (const Result<> written = pki::writeSecretFile(m_paths.node(node, name), bytes); !written)
            return failure(written.error());
    }
    return {};
}

Result<void> Lab::writeAgentConfigs(const LabState &state, const LabServer &server) const
{
    const QList<std::pair<QString, QJsonObject>> configs{
        {gatewayNode, gatewayAgentConfig(m_paths, state.network, m_options.programs)},
        {serverNode, serverAgentConfig(m_paths, state, server.command(m_paths))},
    };
    for (const auto &[node, config] : configs) {
        QDir(m_paths.root).mkpath(node + u"/state"_s);
        if (const Result<> written =
                pki::writeSecretFile(m_paths.node(node, u"agent.json"_s), QJsonDocument(config).toJson());
            !written)
            return failure(written.error());
    }
    return {};
}

Result<ProcessRef> Lab::startAgent(const LabState &state, const QString &node) const
{
    Command command{m_options.programs + u"/ferrygate-agent"_s, {u"--config"_s, m_paths.node(node, u"agent.json"_s)},
        m_options.agentEnvironment};
    command.environment.insert(QString::fromLatin1(LabState::markVariable), state.mark);
    return startDetached(command, m_paths.path(node), m_paths.node(node, u"agent.log"_s));
}

Result<void> Lab::waitForAgents(const LabState &state) const
{
    for (const auto &[node, process] :
        {std::pair{gatewayNode, state.gatewayAgent}, std::pair{serverNode, state.serverAgent}}) {
        const QString run = m_paths.node(node, u"state/agent.run"_s);
        const auto isListening = [&] {
            QFile file(run);
            return file.open(QIODevice::ReadOnly)
                && QJsonDocument::fromJson(file.readAll()).object().value(u"pid"_s).toInteger() == process.pid;
        };
        const bool isReady = awaitTrue([&] { return isListening() || !process.isAlive(); }, startPatience);
        if (!isReady || !process.isAlive()) {
            return notUp(ErrorCode::Refused, tr("The agent %1 did not start.").arg(node),
                tr("See %1.").arg(m_paths.node(node, u"agent.log"_s)));
        }
    }
    return {};
}

Result<void> Lab::applySample() const
{
    const auto ruleSet = loadRuleSet(m_paths.ruleSet());
    if (!ruleSet)
        return failure(summary(ruleSet.error(), m_paths.ruleSet()));
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(m_paths.identity());
    if (!bench)
        return failure(bench.error());
    const backend::Plan plan = (*bench)->plan(*ruleSet, backend::Planner::Depth::Words);
    if (plan.isComplete() && !plan.hasChanges())
        return {};
    backend::ApplyOptions options;
    options.why = tr("First configuration of the lab");
    options.verify = false;
    options.confirmWhenVerified = true;
    const Result<ApplyProgress> progress = (*bench)->apply(plan, options);
    if (!progress)
        return failure(progress.error());
    if (progress->phase != ApplyPhase::Confirmed)
        return failure(progress->error.value_or(Error{}));
    return {};
}

Result<LabState> Lab::up(const Tell &tell) const
{
    Result<LabState> state = LabState::load(m_paths);
    if (!state && state.error().code != ErrorCode::NotFound)
        return state;
    if (state && isUp(*state))
        return state;
    const bool isNew = !state;
    if (isNew)
        state = create(tell);
    if (!state)
        return state;

    for (const auto &[node, process] :
        {std::pair{serverNode, &state->serverAgent}, std::pair{gatewayNode, &state->gatewayAgent}}) {
        if (process->isAlive())
            continue;
        tell(tr("Starting the agent %1").arg(node));
        const Result<ProcessRef> started = startAgent(*state, node);
        if (!started)
            return failure(started.error());
        *process = *started;
        // Written down before anything else can fail, so that `lab down` finds it.
        if (const Result<void> saved = state->save(m_paths); !saved)
            return failure(saved.error());
    }
    if (const Result<void> ready = waitForAgents(*state); !ready)
        return failure(ready.error());
    if (isNew) {
        tell(tr("Applying the first configuration"));
        if (const Result<void> applied = applySample(); !applied)
            return failure(applied.error());
    }
    return state;
}

QList<ProcessRef> Lab::supervised() const
{
    QList<ProcessRef> processes;
    for (const QString &node : {gatewayNode, serverNode}) {
        const QDir records(m_paths.node(node, u"state/processes"_s));
        for (const QString &name : records.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(records.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
            const ProcessRef process{
                json.value(u"pid"_s).toInteger(), static_cast<quint64>(json.value(u"startTicks"_s).toInteger())};
            if (process.isAlive())
                processes.append(process);
        }
    }
    return processes;
}

Result<void> Lab::down(bool removeFiles) const
{
    const Result<LabState> state = LabState::load(m_paths);
    if (!state)
        return failure(state.error());
    QList<ProcessRef> agents;
    for (const ProcessRef &agent : {state->gatewayAgent, state->serverAgent}) {
        if (agent.isAlive())
            agents.append(agent);
    }
    // The agents end their own servers; what is left after that has lost its agent before.
    QList<ProcessRef> children = supervised();
    for (const ProcessRef &child : supervised())
        children += child.descendants();
    endProcesses(agents, endPatience);
    endProcesses(children, endPatience);
    endProcesses(processesMarked(LabState::markVariable, state->mark.toLatin1()), endPatience);
    if (removeFiles && !QDir(m_paths.root).removeRecursively()) {
        return failure(ErrorCode::Io, m_paths.root, tr("The lab's files were not removed."),
            tr("Some of them cannot be deleted."), tr("Remove the directory by hand."));
    }
    return {};
}

} // namespace ferry::ctl
