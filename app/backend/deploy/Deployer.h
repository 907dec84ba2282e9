#pragma once

#include "app/backend/deploy/Planner.h"
#include "app/backend/deploy/Rollout.h"
#include "app/backend/deploy/Verifier.h"
#include "models/rules/RuleSet.h"

#include <QTimer>

#include <memory>

namespace ferry::backend {

struct ApplyOptions {
    QString why;
    std::chrono::seconds confirmWithin{60};

    bool verify = true;
    VerifyOptions verification;
    enum class OnFailure { Ask, RollBack };
    OnFailure onFailedVerification = OnFailure::Ask;  ///< Ask: it stays unconfirmed, and somebody decides
    bool confirmWhenVerified = false; ///< without anybody being asked; never after a failed verification
};

/// One Apply from the plan to its end: prepare, commit, verify, confirm, or back. One at a time.
class Deployer : public QObject {
    Q_OBJECT
public:
    Deployer(AgentDirectory &agents, Prober &prober, const Clock &clock, QObject *parent = nullptr);
    ~Deployer() override;

    /// planned() follows. Nothing is changed.
    void plan(const RuleSet &ruleSet, Planner::Depth depth = Planner::Depth::Words);
    /// Starts only if the plan is complete and has changes and no other Apply is under way; fails at once otherwise.
    Result<void> apply(const Plan &plan, const ApplyOptions &options);
    /// Keeps what runs unconfirmed. Nothing happens in any other phase.
    void confirm();
    /// Goes back. Before the commit it aborts; in the middle of a stage it acts when the stage has ended.
    void rollback(const QString &why);

    [[nodiscard]] const ApplyProgress &progress() const { return m_progress; }
    [[nodiscard]] bool isBusy() const;
    /// What the verification saw, a report for each rule.
    [[nodiscard]] QList<ProbeReport> reports() const;
    [[nodiscard]] QString transaction() const;

Q_SIGNALS:
    void planned(const ferry::backend::Plan &plan);
    void progressChanged(const ferry::ApplyProgress &progress);
    /// Confirmed, RolledBack or Failed.
    void finished(const ferry::ApplyProgress &progress);

private:
    void commit();
    void verify();
    void onVerified();
    void goBack(const Error &why);
    void fail(const RpcFailure &failure);
    void finish(ApplyPhase phase);
    void setPhase(ApplyPhase phase);
    void publish();
    void tick();

    AgentDirectory &m_agents;
    Prober &m_prober;
    const Clock &m_clock;
    Planner m_planner;
    ApplyOptions m_options;
    QList<PublishedRule> m_touched;
    ApplyProgress m_progress;
    std::unique_ptr<Rollout> m_rollout;
    std::unique_ptr<Verifier> m_verifier;
    std::optional<Error> m_goBackBecause; ///< asked for while a stage was under way
    bool m_isEnding = false; ///< confirm or rollback under way
    QTimer m_countdown;
};

} // namespace ferry::backend
