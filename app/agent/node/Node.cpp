#include "app/agent/node/Node.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QDir>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds stopPatience{5'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("Node", text);
}

tl::unexpected<RpcFailure> refuse(const Error &error)
{
    return tl::unexpected(RpcFailure{error, {}});
}

template <class T>
RpcReply replyOf(const Answer<T> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    return QJsonValue(toJson(*answer));
}

template <class T>
RpcReply replyOf(const Result<T> &result)
{
    if (!result)
        return refuse(result.error());
    return QJsonValue(toJson(*result));
}

template <class T>
RpcReply replyOf(const Result<QList<T>> &result)
{
    if (!result)
        return refuse(result.error());
    return QJsonValue(toJsonArray(*result));
}

/// Reads the params and hands them on.
template <class Request, class Work>
RpcReply with(const QJsonObject &params, Work work)
{
    const Result<Request> request = fromJson<Request>(params);
    if (!request)
        return refuse(request.error());
    return replyOf(work(*request));
}

QString textOf(const std::optional<QByteArray> &bytes)
{
    return QString::fromUtf8(bytes.value_or(QByteArray()));
}

} // namespace

Result<std::unique_ptr<Node>> Node::create(
    const AgentConfig &config, Host host, const Clock &clock, const QString &boot, Notifications notifications)
{
    const QDir state(config.stateDirectory);
    for (const QString &folder : {config.stateDirectory, state.filePath(u"generations"_s), state.filePath(u"engines"_s),
             state.filePath(u"processes"_s), state.filePath(u"trials"_s)}) {
        if (const Result<> made = makePrivateFolder(folder); !made)
            return failure(made.error());
    }
    Result<Journal> journal = Journal::open(config.stateDirectory);
    if (!journal)
        return failure(journal.error());
    Result<std::unique_ptr<AuditLog>> audit = AuditLog::open(state.filePath(u"audit.log"_s), clock);
    if (!audit)
        return failure(audit.error());
    std::unique_ptr<Node> node(new Node(
        config, std::move(host), std::move(*journal), std::move(*audit), clock, boot, std::move(notifications)));
    for (const ManagedService &service : node->m_host.services)
        service.driver->recover();
    node->m_transactions.recover();
    node->tick();
    return node;
}

Node::Node(const AgentConfig &config, Host host, Journal journal, std::unique_ptr<AuditLog> audit, const Clock &clock,
    const QString &boot, Notifications notifications)
    : m_config(config)
    , m_host(std::move(host))
    , m_journal(std::move(journal))
    , m_generations(QDir(config.stateDirectory).filePath(u"generations"_s))
    , m_audit(std::move(audit))
    , m_notifications(std::move(notifications))
    , m_transactions({m_host, m_journal, m_generations, *m_audit, clock, boot, m_notifications.progress})
{
}

RpcReply Node::handle(Method method, const QJsonObject &params, const Caller &caller)
{
    switch (method) {
    case Method::NodeStatus:
        return QJsonValue(toJson(status()));
    case Method::ConfigObserve:
        return replyOf(observe());
    case Method::ApplyPrepare:
        return with<PrepareRequest>(
            params, [&](const PrepareRequest &request) { return m_transactions.prepare(request, caller); });
    case Method::ApplyCommit:
        return with<TransactionRequest>(
            params, [&](const TransactionRequest &request) { return m_transactions.commit(request, caller); });
    case Method::ApplyConfirm:
        return with<TransactionRequest>(
            params, [&](const TransactionRequest &request) { return m_transactions.confirm(request, caller); });
    case Method::ApplyRollback:
        return with<TransactionRequest>(
            params, [&](const TransactionRequest &request) { return m_transactions.rollBack(request, caller); });
    case Method::ServiceRestart:
        return with<RestartRequest>(params, [&](const RestartRequest &request) { return restart(request, caller); });
    case Method::LogTail:
        return with<TailRequest>(params, [&](const TailRequest &request) { return logTail(request.tail); });
    case Method::SessionsList:
        return replyOf(sessions());
    case Method::AuditTail:
        return with<TailRequest>(params, [&](const TailRequest &request) { return m_audit->tail(request.tail); });
    case Method::Metrics:
        return QJsonValue(toJson(MetricsReply{QString::fromUtf8(metrics())}));
    case Method::SessionsTranscript:
        return with<SessionRequest>(params, [&](const SessionRequest &request) { return transcript(request); });
    case Method::SessionsEnd:
        return with<SessionRequest>(params, [&](const SessionRequest &request) { return endSession(request, caller); });
    case Method::GatewayDrain:
        return with<DrainRequest>(params, [&](const DrainRequest &request) { return drain(request, caller); });
    case Method::GatewayUpgrade:
        return with<UpgradeRequest>(params, [&](const UpgradeRequest &request) { return upgrade(request, caller); });
    case Method::ServiceBallast:
        return with<BallastRequest>(params, [&](const BallastRequest &request) { return ballast(request, caller); });
    case Method::Hello:
    case Method::LogSubscribe:
    case Method::Count:
        break;
    }
    return refuse({ErrorCode::Internal, rowOf(Method::Hello).name.toString(), tr("The request was not carried out."),
        tr("It belongs to the connection, not to the node."), {}});
}

void Node::tick()
{
    m_transactions.expire();
    for (ManagedGateway &gateway : m_host.gateways)
        gateway.engine->supervise();
    for (ManagedService &service : m_host.services) {
        service.control->supervise();
        ServiceStatus now = statusOf(service);
        now.sessions = 0;
        ServiceStatus &last = m_lastServiceStates[service.entry.id.text()];
        if (last.running == now.running && last.pid == now.pid && last.problem == now.problem)
            continue;
        last = now;
        if (m_notifications.serviceState)
            m_notifications.serviceState(now);
    }
}

void Node::endChildren()
{
    for (ManagedGateway &gateway : m_host.gateways)
        gateway.engine->stop();
    for (ManagedService &service : m_host.services) {
        if (service.entry.control.kind == ControlConfig::Kind::Child)
            (void)service.control->stop(stopPatience);
    }
}

NodeStatus Node::status()
{
    m_transactions.expire();
    const JournalState &journal = m_journal.state();
    NodeStatus status;
    status.node = m_config.node;
    status.clock = QDateTime::currentDateTimeUtc();
    status.version = QCoreApplication::applicationVersion();
    status.generation = runningGeneration(journal);
    if (journal.open) {
        status.transaction =
            journal.open->phase == Phase::Prepared ? TransactionState::Prepared : TransactionState::Committed;
        status.open = journal.open->record;
        status.confirmLeft = m_transactions.timeLeft();
    }
    status.last = journal.last;
    for (ManagedGateway &gateway : m_host.gateways) {
        status.gateways << gateway.engine->observe();
        status.gateways.last().offered = gateway.engine->offered();
    }
    for (ManagedService &service : m_host.services)
        status.services << statusOf(service);
    status.drift = drift();
    return status;
}

ServiceStatus Node::statusOf(ManagedService &service) const
{
    const ProcessState process = service.control->state();
    ServiceStatus status;
    status.id = service.entry.id;
    status.software = service.entry.software;
    status.unit = service.entry.control.kind == ControlConfig::Kind::Systemd ? service.entry.control.unit
                                                                             : service.entry.id.text();
    status.running = process.running;
    status.pid = process.pid;
    status.since = process.since;
    status.problem = process.problem;
    const QList<NativeFile> files = service.driver->nativeFiles().value_or(QList<NativeFile>());
    status.sessions = sessionsAt(service.driver->endpoints(files), m_host.witness);
    if (service.ballast) {
        if (Result<VolumeStatus> volume = service.ballast->volume())
            status.volume = std::move(*volume);
        else if (status.problem.isEmpty())
            status.problem = volume.error().text();
    }
    return status;
}

std::optional<Generation> Node::runningOne() const
{
    const JournalState &journal = m_journal.state();
    QString transaction;
    if (journal.open && journal.open->phase == Phase::Committed)
        transaction = journal.open->record.transaction;
    else if (journal.last)
        transaction = journal.last->transaction;
    if (transaction.isEmpty())
        return {};
    return m_generations.read(transaction).value_or(std::nullopt);
}

QList<NativeChange> Node::drift() const
{
    QList<NativeChange> changes;
    const std::optional<Generation> generation = runningOne();
    if (!generation)
        return changes;
    for (const ManagedGateway &gateway : m_host.gateways)
        changes << gateway.engine->handEdits();
    for (const WrittenFile &written : generation->native) {
        const auto found = readFile(written.path);
        if (found && *found == written.bytes)
            continue;
        changes << NativeChange{written.path, textOf(written.bytes), found ? textOf(*found) : found.error().text()};
    }
    return changes;
}

Result<Observation> Node::observe()
{
    Observation observation;
    observation.generation = runningGeneration(m_journal.state());
    if (const std::optional<Generation> generation = runningOne())
        observation.config = generation->config;
    observation.config.agent.clear();
    const auto add = [&](const Result<QList<NativeFile>> &files) {
        for (const NativeFile &file : files.value_or(QList<NativeFile>()))
            observation.native << NativeChange{file.path, textOf(file.bytes), textOf(file.bytes)};
    };
    for (const ManagedGateway &gateway : m_host.gateways)
        add(gateway.engine->nativeFiles());
    for (const ManagedService &service : m_host.services) {
        add(service.driver->nativeFiles());
        Result<ServiceConfig> found = service.driver->observe();
        // What was removed by hand is no reason to say nothing of the others.
        if (!found && found.error().code == ErrorCode::NotFound) {
            const Error &error = found.error();
            observation.unread << UnreadService{service.entry.id, error.what, error.why, error.remedy};
            continue;
        }
        if (!found)
            return failure(found.error());
        found->serviceUnit = service.entry.control.unit;
        observation.found << *found;
    }
    return observation;
}

Answer<RestartReport> Node::restart(const RestartRequest &request, const Caller &caller)
{
    const QString id = request.service.text();
    ManagedService *service = m_host.service(id);
    if (!service) {
        return refuse({ErrorCode::NotFound, id, tr("\"%1\" was not restarted.").arg(id),
            tr("This agent manages no such FTP service."), tr("Choose one that node.status names.")});
    }
    if (service->control->isByHand())
        return refuse(service->control->restart({}).error());
    const Result<QList<NativeFile>> files = service->driver->nativeFiles();
    if (!files)
        return refuse(files.error());
    const auto progress = [&](const QString &text) {
        if (m_notifications.progress)
            m_notifications.progress({u"restart"_s, text});
    };
    AuditEntry entry;
    entry.event = u"service restarted"_s;
    entry.who = caller.who;
    entry.from = caller.from;

    // A process that runs is not given up for settings with which no new one starts.
    progress(tr("Trying the settings of %1…").arg(id));
    RestartReport report;
    const Result<> checked = service->driver->check(*files);
    if (checked) {
        progress(tr("Restarting %1…").arg(id));
        report =
            restartService(service->entry.id, *service->control, service->driver->endpoints(*files), m_host.witness);
    } else {
        const ProcessState state = service->control->state();
        report.service = service->entry.id;
        report.oldPid = state.pid;
        report.newPid = state.pid;
        report.lastGoodRestored = state.running;
        report.reason = checked.error().text();
        if (state.running)
            report.reason += u' ' + tr("The old process was left running.");
    }
    entry.text = report.succeeded ? tr("%1: process %2 instead of %3, %4 sessions ended.")
                                        .arg(id)
                                        .arg(report.newPid)
                                        .arg(report.oldPid)
                                        .arg(report.sessionsCut)
                                  : tr("%1 failed: %2").arg(id, report.reason);
    m_audit->write(std::move(entry));
    tick();
    return report;
}

Result<QList<LogEntry>> Node::logTail(int tail)
{
    QList<LogEntry> all;
    for (ManagedGateway &gateway : m_host.gateways) {
        const Result<QList<LogEntry>> entries = gateway.engine->log(tail);
        if (!entries)
            return failure(entries.error());
        all << *entries;
    }
    std::stable_sort(all.begin(), all.end(), [](const LogEntry &a, const LogEntry &b) { return a.time < b.time; });
    return all.mid(std::max<qsizetype>(0, all.size() - tail));
}

Result<QList<SessionInfo>> Node::sessions()
{
    QList<SessionInfo> all;
    for (ManagedGateway &gateway : m_host.gateways) {
        const Result<QList<SessionInfo>> sessions = gateway.engine->sessions();
        if (!sessions)
            return failure(sessions.error());
        all << *sessions;
    }
    return all;
}

} // namespace ferry::agent
