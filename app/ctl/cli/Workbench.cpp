#include "app/ctl/cli/Workbench.h"

#include "app/ctl/cli/Await.h"

namespace ferry::ctl {
namespace {

using backend::Deployer;
using backend::Plan;

bool hasEnded(ApplyPhase phase)
{
    return phase == ApplyPhase::Confirmed || phase == ApplyPhase::RolledBack || phase == ApplyPhase::Failed;
}

} // namespace

Result<std::unique_ptr<Workbench>> Workbench::open(const QString &identityDirectory)
{
    Result<backend::ClientIdentity> identity = backend::ClientIdentity::load(
        identityDirectory.isEmpty() ? backend::ClientIdentity::defaultDirectory() : identityDirectory);
    if (!identity)
        return failure(identity.error());
    return std::make_unique<Workbench>(std::move(*identity));
}

Plan Workbench::plan(const RuleSet &ruleSet, backend::Planner::Depth depth)
{
    QObject context;
    return await<Plan>([&](const auto &done) {
        QObject::connect(&deployer, &Deployer::planned, &context, [done](const Plan &plan) { done(plan); });
        deployer.plan(ruleSet, depth);
    });
}

Result<ApplyProgress> Workbench::apply(
    const Plan &plan, const backend::ApplyOptions &options, const std::function<void(const ApplyProgress &)> &tell)
{
    QObject context;
    QEventLoop loop;
    QObject::connect(&deployer, &Deployer::progressChanged, &context, [&](const ApplyProgress &progress) {
        if (tell)
            tell(progress);
        const bool waits =
            progress.phase == ApplyPhase::Unconfirmed && (progress.error || !options.confirmWhenVerified);
        if (waits || hasEnded(progress.phase))
            loop.quit();
    });
    if (const Result<void> started = deployer.apply(plan, options); !started)
        return failure(started.error());
    loop.exec();
    return deployer.progress();
}

ApplyProgress Workbench::confirm()
{
    QObject context;
    return await<ApplyProgress>([&](const auto &done) {
        QObject::connect(
            &deployer, &Deployer::finished, &context, [done](const ApplyProgress &progress) { done(progress); });
        deployer.confirm();
    });
}

ApplyProgress Workbench::rollback(const QString &why)
{
    QObject context;
    return await<ApplyProgress>([&](const auto &done) {
        QObject::connect(
            &deployer, &Deployer::finished, &context, [done](const ApplyProgress &progress) { done(progress); });
        deployer.rollback(why);
    });
}

ProbeReport Workbench::probe(const backend::ProbeRequest &request, const std::function<void(const ProbeReport &)> &tell)
{
    QObject context;
    return await<ProbeReport>([&](const auto &done) {
        backend::ProbeJob *job = prober.start(request, &context);
        QObject::connect(job, &backend::ProbeJob::progressed, &context, [tell](const ProbeReport &report) {
            if (tell)
                tell(report);
        });
        QObject::connect(
            job, &backend::ProbeJob::finished, &context, [done](const ProbeReport &report) { done(report); });
    });
}

} // namespace ferry::ctl
