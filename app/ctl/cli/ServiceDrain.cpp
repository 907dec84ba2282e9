#include "app/ctl/cli/ServiceDrain.h"

#include "app/ctl/cli/Await.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <csignal>

namespace ferry::ctl {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using backend::AgentResult;

namespace {

constexpr auto betweenLooks = 500ms;

volatile std::sig_atomic_t toldToEnd = 0;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("ServiceDrain", text, comment, n);
}

AgentResult<DrainReply> drain(backend::AgentChannel &channel, const DrainRequest &request)
{
    QObject context;
    return await<AgentResult<DrainReply>>([&](const auto &done) { channel.drain(request, &context, done); });
}

void letTimePass(std::chrono::milliseconds time)
{
    QObject context;
    (void)await<bool>([&](const auto &done) { QTimer::singleShot(time, &context, [done] { done(true); }); });
}

} // namespace

// Gateways that take no sessions must not stay so because somebody pressed Ctrl+C.
class ServiceDrain::EndSignals {
public:
    EndSignals()
    {
        toldToEnd = 0;
        const auto remember = [](int) { toldToEnd = 1; };
        m_interrupt = std::signal(SIGINT, remember);
        m_terminate = std::signal(SIGTERM, remember);
    }
    ~EndSignals()
    {
        std::signal(SIGINT, m_interrupt);
        std::signal(SIGTERM, m_terminate);
    }
    Q_DISABLE_COPY_MOVE(EndSignals)

private:
    void (*m_interrupt)(int) = nullptr;
    void (*m_terminate)(int) = nullptr;
};

ServiceDrain::ServiceDrain(const OpenedRuleSet &opened, const FtpService &service, Terminal &terminal)
    : m_opened(opened), m_service(service), m_terminal(terminal), m_signals(std::make_unique<EndSignals>())
{
}

ServiceDrain::~ServiceDrain()
{
    for (const Place &place : std::as_const(m_drained)) {
        const auto resumed = drain(*place.channel, {place.gateway, place.rule, false});
        if (!resumed) {
            m_terminal.note(tr("%1 on %2 still takes no new sessions: %3 \"ferryctl gateway resume\" lets it.")
                    .arg(place.rule.text(), place.gateway.text(), resumed.error().error.why));
        }
    }
}

void ServiceDrain::drainAll()
{
    for (const PublishingRule &rule : m_opened.ruleSet.rules) {
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        if (!rule.enabled || !site || site->service != m_service.id)
            continue;
        for (const GatewayId &id : rule.gateways) {
            const Gateway *gateway = m_opened.ruleSet.gateways.find(id);
            const Result<backend::AgentChannel *> channel =
                gateway ? m_opened.bench->agents.channel(gateway->agent) : failure(Error{});
            if (!channel)
                continue;
            const auto drained = drain(**channel, {id, rule.id, true});
            if (drained)
                m_drained << Place{*channel, id, rule.id};
            else // one that cannot, or does not run the rule: sessions are waited for all the same
                m_terminal.note(tr("%1 on %2 goes on taking sessions: %3")
                        .arg(rule.id.text(), id.text(), drained.error().error.why));
        }
    }
}

Result<int> ServiceDrain::sessions() const
{
    const Result<backend::AgentChannel *> channel = m_opened.bench->agents.channel(m_service.agent);
    if (!channel)
        return failure(channel.error());
    QObject context;
    const auto status = await<AgentResult<NodeStatus>>([&](const auto &done) { (*channel)->status(&context, done); });
    if (!status)
        return failure(status.error().error);
    for (const ServiceStatus &service : status->services) {
        if (service.id == m_service.id)
            return service.sessions;
    }
    return failure(ErrorCode::NotFound, m_service.id.text(), tr("Nobody was waited for."),
        tr("The agent at %1 manages no such FTP service.").arg(m_service.agent), tr("Add it to agent.json there."));
}

Result<ServiceDrain::Waited> ServiceDrain::wait(std::chrono::seconds atMost)
{
    const QDeadlineTimer deadline(atMost);
    QElapsedTimer timer;
    timer.start();
    Waited waited;
    Result<int> open = sessions();
    if (!open)
        return failure(open.error());
    waited.before = *open;
    drainAll();
    int told = -1;
    while (open && *open > 0 && !deadline.hasExpired() && toldToEnd == 0) {
        if (told != *open)
            m_terminal.progress(
                tr("Waiting for %n session(s), %1 s at most…", nullptr, *open).arg(deadline.remainingTime() / 1000));
        told = *open;
        letTimePass(std::min<std::chrono::milliseconds>(
            betweenLooks, std::chrono::milliseconds(std::max<qint64>(1, deadline.remainingTime()))));
        open = sessions();
    }
    if (!open)
        return failure(open.error());
    waited.left = *open;
    waited.time = std::chrono::milliseconds(timer.elapsed());
    waited.end = toldToEnd != 0 ? End::Interrupted : waited.left == 0 ? End::NobodyLeft : End::TimeIsOver;
    return waited;
}

} // namespace ferry::ctl
