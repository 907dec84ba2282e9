#include "app/proxy/Proxy.h"

#include "app/proxy/config/ConfigFile.h"
#include "app/proxy/config/JsonReader.h"
#include "app/proxy/config/TlsMaterial.h"
#include "app/proxy/log/ResultCode.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace ferry::proxy {
namespace {

// A session needs two descriptors, its transfer two more and a pipe.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// A busy gateway would write to the log file in every round; its lines may wait so long for others.
constexpr std::size_t logBatchBytes = 64 * 1024;
constexpr std::chrono::milliseconds logPatience{100};

} // namespace

Result<std::unique_ptr<Proxy>> Proxy::create(const Options &options)
{
    raiseDescriptorLimit();
    Result<std::unique_ptr<EventLoop>> loop = EventLoop::create();
    if (!loop)
        return failure(loop.error());
    std::unique_ptr<Proxy> proxy(new Proxy(std::move(*loop)));
    if (!options.log.empty()) {
        if (const Result<> opened = proxy->m_log.openFile(options.log); !opened)
            return failure(opened.error());
    }
    Result<std::unique_ptr<SignalWatch>> signals = SignalWatch::create(*proxy->m_loop, [raw = proxy.get()](int signal) {
        if (signal == SIGHUP)
            raw->onHangUp();
        else
            raw->m_loop->stop();
    });
    if (!signals)
        return failure(signals.error());
    proxy->m_signals = std::move(*signals);
    Result<std::unique_ptr<AdminServer>> admin =
        AdminServer::create(*proxy->m_loop, static_cast<AdminService &>(*proxy),
            options.takesOver ? pathBeside(options.control, ::getpid()) : options.control);
    if (!admin)
        return failure(admin.error());
    proxy->m_admin = std::move(*admin);
    if (options.takesOver) {
        if (const Result<> taken = proxy->m_takeover.arrive(options, *proxy->m_admin); !taken)
            return failure(taken.error());
    } else if (!options.config.empty()) {
        Result<Configuration> configuration = readConfigurationFile(options.config);
        if (!configuration)
            return failure(configuration.error());
        if (const Result<> applied = proxy->configure(std::move(*configuration)); !applied)
            return failure(applied.error());
    }
    return proxy;
}

Proxy::Proxy(std::unique_ptr<EventLoop> loop)
    : m_loop(std::move(loop))
    , m_channels(*m_loop)
    , m_sessions(*m_loop)
    , m_farewells(*m_loop)
    , m_services{*m_loop, m_log, m_pipes, m_dataPorts, m_channels, m_sessions, m_farewells}
    , m_rules(*m_loop, static_cast<ListenerOwner &>(*this), m_dataPorts)
    , m_takeover(m_services, m_rules, static_cast<TakeoverOwner &>(*this))
{
}

Proxy::~Proxy() = default;

void Proxy::run()
{
    CallbackTimer logTimer([this] { m_log.flush(); });
    m_loop->run([&] {
        if (m_log.pendingBytes() >= logBatchBytes)
            m_log.flush();
        else if (m_log.pendingBytes() > 0 && !logTimer.isArmed())
            m_loop->arm(logTimer, m_loop->now() + logPatience);
        m_takeover.checkForEnd();
    });
    m_rules.clear();
    m_sessions.killAll(m_lastWords);
    m_channels.killAll();
    m_loop->clearRetired();
}

Result<> Proxy::configure(Configuration configuration)
{
    if (m_takeover.hasResigned())
        return failure("Another process has taken over: connect to the control socket anew.");
    m_takeover.withdraw("the configuration has changed meanwhile.");
    const std::string gateway = configuration.gateway;
    const std::string generation = configuration.generation;
    if (Result<> applied = m_rules.apply(std::move(configuration)); !applied) {
        const std::string refusal = "Configuration " + generation + " was refused: " + applied.error().message;
        m_log.write({.resultCode = resultcode::isBusy, .text = refusal});
        return applied;
    }
    m_log.setGateway(gateway);
    m_log.write({.text = "Configuration " + generation + " is running."});
    return {};
}

// What a daemon does at SIGHUP: its log was moved away, its certificates were renewed in place.
void Proxy::onHangUp()
{
    m_log.reopenFile();
    m_takeover.reopenLogs();
    if (m_takeover.hasResigned())
        return;
    Configuration again{.generation = m_rules.generation(), .text = m_rules.text()};
    for (const std::shared_ptr<LiveRule> &rule : m_rules.rules())
        again.rules.push_back(rule->rule());
    if (std::none_of(again.rules.begin(), again.rules.end(), [](const Rule &rule) { return rule.terminates(); }))
        return;
    JsonProblems problems;
    loadTlsMaterial(again, problems);
    if (const std::optional<Error> &problem = problems.first()) {
        const std::string text = "The certificates were not read anew, the old ones stay: " + problem->message;
        m_log.write({.resultCode = resultcode::isBusy, .text = text});
        return;
    }
    if (m_rules.apply(std::move(again)))
        m_log.write({.text = "The certificates were read anew."});
}

bool Proxy::killSession(std::uint64_t id)
{
    return m_sessions.kill(id, "An administrator ended the session.");
}

bool Proxy::drain(const std::optional<std::string> &name, bool isDraining)
{
    bool isKnown = !name;
    for (const std::shared_ptr<LiveRule> &rule : m_rules.rules()) {
        if (name && rule->rule().id != *name)
            continue;
        isKnown = true;
        if (std::exchange(rule->counters().isDraining, isDraining) == isDraining)
            continue;
        m_log.write({.rule = rule->rule().id,
            .text = isDraining ? "The rule takes no new sessions." : "The rule takes new sessions again."});
    }
    return isKnown;
}

Result<Handover> Proxy::handOver(const std::string &control)
{
    Result<Link> link = m_takeover.offer(*m_admin, control);
    if (!link)
        return failure(link.error());
    return Handover{m_rules.text(), link->release()};
}

void Proxy::onOver(std::string_view why)
{
    m_lastWords = why;
    m_loop->stop();
}

MetricsReport Proxy::metrics() const
{
    OpenTraffic open;
    m_sessions.addTraffic(open);
    m_channels.addTraffic(open);
    MetricsReport report{.denied = m_denied, .acceptsExhausted = m_acceptsExhausted, .rules = {}};
    for (const std::shared_ptr<LiveRule> &rule : m_rules.rules()) {
        const RuleCounters &counters = rule->counters();
        RuleReport &added = report.rules.emplace_back(RuleReport{.id = rule->rule().id,
            .hits = counters.hits,
            .sessions = counters.sessions,
            .dataPorts = rule->rule().dataPorts.size(),
            .isDraining = counters.isDraining,
            .metrics = counters.metrics});
        if (const auto moving = open.find(&counters); moving != open.end()) {
            added.metrics.control += moving->second.control;
            added.metrics.data += moving->second.data;
        }
    }
    return report;
}

Status Proxy::status() const
{
    Status status{.generation = m_rules.generation(),
        .sessions = m_sessions.size(),
        .rules = {},
        .lastSession = m_sessions.lastId(),
        .predecessors = m_takeover.predecessors()};
    for (const std::shared_ptr<LiveRule> &rule : m_rules.rules())
        status.rules.push_back(
            {rule->rule().id, rule->counters().sessions, rule->counters().hits, rule->counters().isDraining});
    return status;
}

} // namespace ferry::proxy
