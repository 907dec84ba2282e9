#include "app/backend/deploy/Deployer.h"

#include <QCoreApplication>

namespace ferry::backend {
namespace {

using namespace std::chrono_literals;

// Fine enough for a countdown in seconds.
constexpr std::chrono::milliseconds countdownInterval = 250ms;

} // namespace

Deployer::Deployer(AgentDirectory &agents, Prober &prober, const Clock &clock, QObject *parent)
    : QObject(parent), m_agents(agents), m_prober(prober), m_clock(clock), m_planner(agents)
{
    m_countdown.setInterval(countdownInterval);
    connect(&m_countdown, &QTimer::timeout, this, &Deployer::tick);
    m_progress.phase = ApplyPhase::Planned;
}

Deployer::~Deployer() = default;

bool Deployer::isBusy() const
{
    switch (m_progress.phase) {
    case ApplyPhase::Preparing:
    case ApplyPhase::Committing:
    case ApplyPhase::Verifying:
    case ApplyPhase::Unconfirmed:
        return true;
    default:
        return false;
    }
}

QList<ProbeReport> Deployer::reports() const
{
    return m_verifier ? m_verifier->reports() : QList<ProbeReport>();
}

QString Deployer::transaction() const
{
    return m_rollout ? m_rollout->transaction() : QString();
}

void Deployer::plan(const RuleSet &ruleSet, Planner::Depth depth)
{
    m_planner.plan(nodeConfigs(ruleSet), depth, this, [this](const Plan &plan) { Q_EMIT planned(plan); });
}

Result<void> Deployer::apply(const Plan &plan, const ApplyOptions &options)
{
    const QString what = tr("Nothing was applied.");
    if (isBusy())
        return failure(ErrorCode::Conflict, {}, what, tr("Another Apply is under way here."),
            tr("Confirm it or roll it back first."));
    if (!plan.isComplete()) {
        return failure(ErrorCode::Unreachable, {}, what, plan.problems().join(u' '),
            tr("Every node has to take part, so that nothing is applied by halves."));
    }
    if (!plan.hasChanges())
        return failure(ErrorCode::NotFound, {}, what, tr("Everything runs as the rule set has it."));

    Rollout::Request request;
    for (const NodePlan &node : plan.nodes) {
        if (!node.changes.isEmpty())
            request.nodes.append(node);
    }
    request.why = options.why;
    request.what = plan.changesInWords();
    request.confirmWithin = options.confirmWithin;

    m_options = options;
    m_touched = plan.touched;
    m_goBackBecause.reset();
    m_isEnding = false;
    m_progress = {};
    // The last ones may be the senders of the signal that led here.
    if (m_rollout)
        m_rollout.release()->deleteLater();
    if (m_verifier)
        m_verifier.release()->deleteLater();
    m_rollout = std::make_unique<Rollout>(std::move(request), m_agents, m_clock, nullptr);
    if (options.verify) {
        m_verifier = std::make_unique<Verifier>(m_touched, options.verification, m_prober, nullptr);
        connect(m_verifier.get(), &Verifier::stepsChanged, this, &Deployer::publish);
    }
    connect(m_rollout.get(), &Rollout::stepsChanged, this, &Deployer::publish);
    setPhase(ApplyPhase::Preparing);
    m_rollout->prepare([this](const std::optional<RpcFailure> &failure) {
        if (failure)
            fail(*failure);
        else if (m_goBackBecause)
            goBack(*m_goBackBecause);
        else
            commit();
    });
    return {};
}

void Deployer::commit()
{
    setPhase(ApplyPhase::Committing);
    m_rollout->commit([this](const std::optional<RpcFailure> &failure) {
        if (failure) {
            fail(*failure);
            return;
        }
        m_countdown.start();
        if (m_goBackBecause)
            goBack(*m_goBackBecause);
        else if (m_verifier)
            verify();
        else if (m_options.confirmWhenVerified) {
            setPhase(ApplyPhase::Unconfirmed);
            confirm();
        } else
            setPhase(ApplyPhase::Unconfirmed);
    });
}

void Deployer::verify()
{
    setPhase(ApplyPhase::Verifying);
    m_verifier->run([this] { onVerified(); });
}

void Deployer::onVerified()
{
    if (m_progress.phase != ApplyPhase::Verifying)
        return;
    if (m_goBackBecause) {
        goBack(*m_goBackBecause);
        return;
    }
    const QString failed = m_verifier->firstFailure();
    if (!m_verifier->succeeded()) {
        const Error error{ErrorCode::Refused, {},
            tr("The new configuration runs, but the test from the outside failed."), failed,
            tr("Revert it, or keep it and cure the cause.")};
        if (m_options.onFailedVerification == ApplyOptions::OnFailure::RollBack) {
            goBack(error);
            return;
        }
        m_progress.error = error;
    }
    setPhase(ApplyPhase::Unconfirmed);
    if (!m_progress.error && m_options.confirmWhenVerified)
        confirm();
}

void Deployer::confirm()
{
    if (m_progress.phase != ApplyPhase::Unconfirmed || m_isEnding)
        return;
    m_isEnding = true;
    m_rollout->confirm([this](const std::optional<RpcFailure> &failure) {
        if (!failure) {
            m_progress.error.reset();
            finish(ApplyPhase::Confirmed);
            return;
        }
        Error error = failure->error;
        error.what = tr("Not every node was confirmed; those go back by themselves. %1").arg(error.what);
        fail(RpcFailure{error, failure->record});
    });
}

void Deployer::rollback(const QString &why)
{
    const Error reason{ErrorCode::Cancelled, {}, tr("The old configuration runs again."), why, {}};
    switch (m_progress.phase) {
    case ApplyPhase::Preparing:
    case ApplyPhase::Committing:
        m_goBackBecause = reason;
        break;
    case ApplyPhase::Verifying:
        m_goBackBecause = reason;
        m_verifier->cancel();
        break;
    case ApplyPhase::Unconfirmed:
        goBack(reason);
        break;
    default:
        break;
    }
}

void Deployer::goBack(const Error &why)
{
    if (m_isEnding)
        return;
    m_isEnding = true;
    m_rollout->rollback(why.why, [this, why](const std::optional<RpcFailure> &failure) {
        m_progress.error = failure ? failure->error : why;
        finish(ApplyPhase::RolledBack);
    });
}

void Deployer::fail(const RpcFailure &failure)
{
    m_progress.error = failure.error;
    m_progress.conflict = failure.record;
    finish(ApplyPhase::Failed);
}

void Deployer::tick()
{
    const std::optional<std::chrono::milliseconds> deadline = m_rollout ? m_rollout->deadline() : std::nullopt;
    if (!deadline || m_isEnding)
        return;
    m_progress.confirmLeft = std::max(*deadline - m_clock.monotonic(), 0ms);
    if (m_progress.confirmLeft > 0ms) {
        publish();
        return;
    }
    if (m_verifier)
        m_verifier->cancel();
    m_progress.error = Error{ErrorCode::TimedOut, {}, tr("The old configuration comes back."),
        tr("It was not confirmed in time, so the nodes go back by themselves."),
        tr("Apply again, and keep it in time.")};
    finish(ApplyPhase::RolledBack);
}

void Deployer::setPhase(ApplyPhase phase)
{
    m_progress.phase = phase;
    publish();
}

void Deployer::publish()
{
    m_progress.steps = m_rollout->steps();
    if (m_verifier)
        m_progress.steps += m_verifier->steps();
    if (const auto deadline = m_rollout->deadline())
        m_progress.confirmLeft = std::max(*deadline - m_clock.monotonic(), 0ms);
    Q_EMIT progressChanged(m_progress);
}

void Deployer::finish(ApplyPhase phase)
{
    m_countdown.stop();
    m_progress.phase = phase;
    publish();
    Q_EMIT finished(m_progress);
}

} // namespace ferry::backend
