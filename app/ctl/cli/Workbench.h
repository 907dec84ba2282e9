#pragma once

#include "app/backend/agents/AgentClient.h"
#include "app/backend/deploy/Deployer.h"
#include "app/backend/probe/CurlProber.h"

#include <memory>

namespace ferry::ctl {

/// The backend of one run: agents by one identity, the test from the outside, and the deployer over both.
struct Workbench {
    SystemClock clock;
    backend::AgentPool agents;
    backend::CurlProber prober;
    backend::Deployer deployer{agents, prober, clock};

    explicit Workbench(backend::ClientIdentity identity) : agents(std::move(identity), clock) {}

    /// Fails where the identity cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Workbench>> open(const QString &identityDirectory);

    /// These block until the answer is there.
    [[nodiscard]] backend::Plan plan(const RuleSet &ruleSet, backend::Planner::Depth depth);
    /// Until it has ended or waits for somebody to confirm; `tell` hears every step.
    [[nodiscard]] Result<ApplyProgress> apply(const backend::Plan &plan, const backend::ApplyOptions &options,
        const std::function<void(const ApplyProgress &)> &tell = {});
    [[nodiscard]] ApplyProgress confirm();
    [[nodiscard]] ApplyProgress rollback(const QString &why);
    [[nodiscard]] ProbeReport probe(
        const backend::ProbeRequest &request, const std::function<void(const ProbeReport &)> &tell = {});
};

} // namespace ferry::ctl
