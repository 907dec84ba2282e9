#include "app/console/ApplyControl.h"

#include "app/backend/agents/AgentChannel.h"
#include "app/backend/probe/ProbeRequest.h"
#include "models/edits/Document.h"
#include "ui/window/Dialogs.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

/// The rule as a gateway of it publishes it, or nothing: it is switched off, or refers to what is not there.
std::optional<PublishedRule> publishedRule(const RuleSet &ruleSet, const RuleId &id)
{
    for (const NodeConfig &node : nodeConfigs(ruleSet)) {
        for (const GatewayConfig &gateway : node.gateways) {
            for (const PublishedRule &rule : gateway.rules) {
                if (rule.id == id)
                    return rule;
            }
        }
    }
    return std::nullopt;
}

} // namespace

ApplyControl::ApplyControl(backend::Deployer &deployer, backend::AgentDirectory &agents, backend::Prober &prober,
    Document &document, ui::LiveState &live, ui::MainWindow &window, ui::Intents &intents, QObject *parent)
    : QObject(parent)
    , m_deployer(deployer)
    , m_agents(agents)
    , m_prober(prober)
    , m_document(document)
    , m_live(live)
    , m_window(window)
{
    connect(&intents, &ui::Intents::planRequested, this, &ApplyControl::plan);
    connect(&intents, &ui::Intents::applyRequested, this, &ApplyControl::apply);
    connect(&intents, &ui::Intents::confirmRequested, &deployer, &backend::Deployer::confirm);
    connect(&intents, &ui::Intents::rollbackRequested, this,
        [this] { m_deployer.rollback(tr("Reverted in the console.")); });
    connect(&intents, &ui::Intents::restartRequested, this, &ApplyControl::restart);
    connect(&intents, &ui::Intents::testRequested, this, &ApplyControl::test);
    connect(&deployer, &backend::Deployer::planned, this, [this](const backend::Plan &plan) {
        m_plan = plan;
        m_window.dialogs().setPlans(plan.nodes);
    });
    connect(&deployer, &backend::Deployer::progressChanged, this, &ApplyControl::takeProgress);
    connect(&deployer, &backend::Deployer::finished, this, [this](const ApplyProgress &progress) {
        takeProgress(progress);
        if (progress.phase == ApplyPhase::Confirmed)
            Q_EMIT confirmed();
        Q_EMIT nodesTouched();
    });
}

void ApplyControl::plan()
{
    m_document.endTyping();
    m_planned = m_document.ruleSet();
    m_deployer.plan(m_planned, backend::Planner::Depth::Native);
}

void ApplyControl::apply(const QString &reason)
{
    backend::ApplyOptions options;
    options.why = reason;
    if (const auto started = m_deployer.apply(m_plan, options); !started) {
        ApplyProgress failed;
        failed.phase = ApplyPhase::Failed;
        failed.error = started.error();
        m_window.dialogs().setProgress(failed);
    }
}

void ApplyControl::takeProgress(const ApplyProgress &progress)
{
    m_window.dialogs().setProgress(progress);
    for (const ProbeReport &report : m_deployer.reports())
        m_window.dialogs().setReport(report);
}

void ApplyControl::restart(const ServiceId &service)
{
    const FtpService *found = m_document.ruleSet().ftpServices.find(service);
    if (found == nullptr)
        return;
    const auto channel = m_agents.channel(found->agent);
    if (!channel) {
        if (!m_window.dialogs().setRestartError(channel.error()))
            m_window.showNotice(channel.error());
        return;
    }
    m_live.setRestarting(service, true);
    (*channel)->restart(service, this, [this, service](const backend::AgentResult<RestartReport> &answer) {
        m_live.setRestarting(service, false);
        if (answer)
            tellRestart(*answer);
        else if (!m_window.dialogs().setRestartError(answer.error().error))
            m_window.showNotice(answer.error().error);
        Q_EMIT nodesTouched();
    });
}

void ApplyControl::tellRestart(const RestartReport &report)
{
    if (!m_window.dialogs().setRestart(report))
        m_window.showRestart(report);
}

void ApplyControl::test(const RuleId &rule)
{
    const auto published = publishedRule(m_document.ruleSet(), rule);
    if (!published) {
        ProbeReport report;
        report.rule = rule;
        report.steps = {{tr("Rule"), tr("It is not published by any gateway."), StepState::Failed, {},
            tr("The rule is switched off, or it names a gateway or FTP service that is not there."), {}}};
        m_window.dialogs().setReport(report);
        return;
    }
    delete m_test;
    m_test = m_prober.start(backend::probeRequestFor(*published), this);
    const auto take = [this](const ProbeReport &report) { m_window.dialogs().setReport(report); };
    connect(m_test, &backend::ProbeJob::progressed, this, take);
    connect(m_test, &backend::ProbeJob::finished, this, take);
    connect(m_test, &backend::ProbeJob::finished, m_test, &QObject::deleteLater);
}

} // namespace ferry::console
