#include "app/agent/engines/haproxy/HaproxyEngine.h"

#include "app/agent/engines/haproxy/HaproxyCheck.h"
#include "app/agent/engines/haproxy/HaproxyConfig.h"
#include "app/agent/engines/haproxy/HaproxyMetrics.h"
#include "app/agent/engines/haproxy/HaproxySessions.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>

#include <pwd.h>
#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds stopPatience{10'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

/// Debian's package makes this user; where there is none the workers stay what the agent is.
QString workerUser()
{
    return ::geteuid() == 0 && ::getpwnam("haproxy") != nullptr ? u"haproxy"_s : QString();
}

} // namespace

Command haproxyCommand(const HaproxyEngine::Setup &setup)
{
    return {setup.program,
        {u"-W"_s, u"-S"_s, setup.masterSocket + u",mode,600,level,admin"_s, u"-f"_s, setup.configPath},
        setup.environment, setup.outputPath};
}

HaproxyEngine::HaproxyEngine(Setup setup, const Clock &clock)
    : m_setup(std::move(setup))
    , m_process(haproxyCommand(m_setup), m_setup.recordPath, clock)
    , m_drain(m_setup.drainedPath)
{
}

GatewayStatus HaproxyEngine::observe()
{
    GatewayStatus status;
    status.id = m_setup.id;
    status.engine = Engine::Haproxy;
    const ProcessState process = m_process.state();
    status.pid = process.pid;
    status.problem = process.problem;
    if (!process.running) {
        if (const auto bytes = configurationInPlace(); bytes && !*bytes)
            status.problem = tr("It has no rules yet; it is started with the first ones.");
        return status;
    }
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket);
    const Result<HaproxyInfo> info =
        processes ? askInfo(m_setup.masterSocket, processes->worker) : failure(processes.error());
    if (!info) {
        status.problem = info.error().text();
        return status;
    }
    status.running = true;
    status.generation = generationIn(info->description);
    status.sessions = countSessions(*processes, {});
    return status;
}

Result<QList<NativeFile>> HaproxyEngine::nativeFiles() const
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_setup.configPath, *bytes}};
}

Result<QList<NativeFile>> HaproxyEngine::prepare(const GatewayConfig &wanted, const QString &generation)
{
    const Result<QByteArray> rendered =
        renderHaproxyConfig(wanted, generation, {m_setup.sourceAddress, m_setup.drainedPath, workerUser()});
    if (!rendered)
        return failure(rendered.error());
    return QList<NativeFile>{{m_setup.configPath, *rendered}};
}

Result<> HaproxyEngine::check(const QList<NativeFile> &files)
{
    const QByteArray configuration = files.isEmpty() ? QByteArray() : files.first().bytes.value_or(QByteArray());
    if (configuration.isEmpty())
        return {};
    if (Result<> present = m_drain.ensureExists(); !present)
        return present;
    return checkHaproxyConfig({m_setup.program, {}, m_setup.environment, {}}, m_setup.configPath + u".check"_s,
        configuration, m_setup.id.text());
}

Result<> HaproxyEngine::commit()
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    if (!m_process.isRunning())
        followMaster();
    if (!*bytes)
        return m_process.stop(stopPatience);
    if (Result<> pruned = m_drain.keepOnlyThoseIn(**bytes); !pruned)
        return pruned;
    return m_process.isRunning() ? reload(**bytes) : start(**bytes);
}

Result<> HaproxyEngine::rollBack()
{
    if (commit())
        return {};
    // One that does not obey is ended; its successor starts with the old configuration.
    if (Result<> stopped = m_process.stop(stopPatience); !stopped)
        return stopped;
    return commit();
}

Result<QList<LogEntry>> HaproxyEngine::log(int)
{
    return QList<LogEntry>();
}

std::unique_ptr<LogSource> HaproxyEngine::createLogSource() const
{
    return std::make_unique<LogSource>();
}

void HaproxyEngine::supervise()
{
    if (m_process.isRunning())
        return;
    followMaster();
    const auto bytes = configurationInPlace();
    if (m_process.isRunning() || !bytes || !*bytes)
        return;
    m_process.keepRunning();
    (void)m_process.revive();
}

void HaproxyEngine::stop()
{
    (void)m_process.stop(stopPatience);
}

void HaproxyEngine::followMaster()
{
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket, milliseconds(0));
    if (!processes)
        return;
    const std::optional<ProcessId> master = identify(static_cast<pid_t>(processes->master));
    // One that somebody has started in a shell could not be ended with its group: it stays theirs.
    if (master && leadsItsGroup(*master))
        m_process.follow(*master);
}

Result<std::optional<QByteArray>> HaproxyEngine::configurationInPlace() const
{
    return readFile(m_setup.configPath);
}

} // namespace ferry::agent
