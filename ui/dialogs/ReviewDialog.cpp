#include "ui/dialogs/ReviewDialog.h"

#include "models/edits/Document.h"
#include "models/plan/Words.h"
#include "ui/dialogs/ApplyView.h"
#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/PlanView.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ReviewDialog::ReviewDialog(const Document &document, Intents &intents, const Clock &clock, QWidget *parent)
    : ActionDialog(u"reviewDialog"_s, parent)
    , m_document(document)
    , m_intents(intents)
    , m_pages(new QStackedWidget(this))
    , m_waiting(new QWidget(this))
    , m_planPage(new QWidget(this))
    , m_run(new ApplyView(clock, this))
    , m_plan(new PlanView(m_planPage))
    , m_impact(new MessageStrip(MessageStrip::Kind::Note, {}, m_planPage))
    , m_reason(new QLineEdit(m_planPage))
    , m_reasonRow(new FormRow(tr("&Reason"), m_reason, {}, m_planPage))
    , m_revert(addAlternative(tr("Re&vert"), u"revertButton"_s))
{
    m_impact->setObjectName(u"impactStrip"_s);
    m_reason->setObjectName(u"applyReason"_s);
    m_reason->setPlaceholderText(tr("Why you change this"));
    m_reason->setMaxLength(500);

    auto *wait = new QVBoxLayout(m_waiting);
    auto *busy = new QProgressBar(m_waiting);
    busy->setObjectName(u"planBusy"_s);
    busy->setAccessibleName(tr("Asking the nodes"));
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setFixedSize(320, 6);
    wait->addStretch(1);
    auto *words = new QuietLabel(tr("Asking the nodes what they run…"), m_waiting);
    words->setAlignment(Qt::AlignCenter);
    wait->addWidget(words);
    wait->addWidget(busy, 0, Qt::AlignHCenter);
    wait->addStretch(1);

    QVBoxLayout *plan = makeFormLayout(m_planPage);
    plan->addWidget(m_plan, 1);
    plan->addWidget(m_impact);
    plan->addWidget(m_reasonRow);

    for (QWidget *page : std::initializer_list<QWidget *>{m_waiting, m_planPage, m_run})
        m_pages->addWidget(page);
    body()->addWidget(m_pages, 1);
    resize(820, 720);

    connect(m_reason, &QLineEdit::textChanged, this, &ReviewDialog::refresh);
    connect(m_revert, &QPushButton::clicked, &m_intents, &Intents::rollbackRequested);
    refresh();
}

void ReviewDialog::setReasonRequired(bool required)
{
    m_reasonRequired = required;
    refresh();
}

void ReviewDialog::setPlans(const QList<NodePlan> &plans)
{
    m_plans = plans;
    m_progress = {};
    m_progress.phase = ApplyPhase::Planned;
    m_run->clearReports();
    m_plan->setPlans(plans);
    refresh();
}

void ReviewDialog::setProgress(const ApplyProgress &progress)
{
    m_progress = progress;
    m_run->setProgress(progress, changedNodes());
    refresh();
}

void ReviewDialog::setReport(const ProbeReport &report)
{
    m_run->setReport(report);
}

void ReviewDialog::showEvent(QShowEvent *event)
{
    ActionDialog::showEvent(event);
    if (!std::exchange(m_asked, true) && m_progress.phase == ApplyPhase::Planning)
        Q_EMIT m_intents.planRequested();
}

void ReviewDialog::reject()
{
    // Leaving now would hide a change that is half made, or one that goes back in a minute.
    if (isUnderWay()) {
        m_run->warn(m_progress.phase == ApplyPhase::Unconfirmed
                ? tr("Keep or revert first. Without an answer the nodes go back by themselves.")
                : tr("The nodes are being changed. Wait until they are done, or revert."));
        return;
    }
    ActionDialog::reject();
}

void ReviewDialog::commit()
{
    switch (m_progress.phase) {
    case ApplyPhase::Planned:
        if (changedNodes() == 0)
            return accept();
        Q_EMIT m_intents.applyRequested(m_reason->text().trimmed());
        return;
    case ApplyPhase::Unconfirmed:
        Q_EMIT m_intents.confirmRequested();
        return;
    case ApplyPhase::Failed:
    case ApplyPhase::RolledBack:
        m_progress = {};
        refresh();
        Q_EMIT m_intents.planRequested();
        return;
    case ApplyPhase::Confirmed:
        return accept();
    case ApplyPhase::Planning:
    case ApplyPhase::Preparing:
    case ApplyPhase::Committing:
    case ApplyPhase::Verifying:
        return;
    }
}

bool ReviewDialog::isUnderWay() const
{
    switch (m_progress.phase) {
    case ApplyPhase::Preparing:
    case ApplyPhase::Committing:
    case ApplyPhase::Verifying:
    case ApplyPhase::Unconfirmed:
        return true;
    case ApplyPhase::Planning:
    case ApplyPhase::Planned:
    case ApplyPhase::Confirmed:
    case ApplyPhase::RolledBack:
    case ApplyPhase::Failed:
        return false;
    }
    return false;
}

int ReviewDialog::changedNodes() const
{
    return static_cast<int>(
        std::count_if(m_plans.cbegin(), m_plans.cend(), [](const NodePlan &plan) { return !plan.isEmpty(); }));
}

QString ReviewDialog::serviceName(const ServiceId &id) const
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(id);
    return service ? tr("%1 on %2").arg(softwareText(service->software), service->name) : id.text();
}

QString ReviewDialog::impactText() const
{
    QStringList lines;
    for (const NodePlan &plan : m_plans) {
        for (const RestartImpact &restart : plan.restarts) {
            lines << (restart.sessions == 0
                    ? tr("%1 is restarted. No session is open there.").arg(serviceName(restart.service))
                    : tr("Restarting %1 ends %n sessions.", nullptr, restart.sessions)
                          .arg(serviceName(restart.service)));
        }
    }
    return lines.isEmpty() ? tr("No FTP service is restarted. Open sessions go on.") : lines.join(u'\n');
}

void ReviewDialog::refresh()
{
    const bool running = m_progress.phase != ApplyPhase::Planning && m_progress.phase != ApplyPhase::Planned;
    QWidget *page = m_progress.phase == ApplyPhase::Planned ? m_planPage : m_waiting;
    m_pages->setCurrentWidget(running ? m_run : page);
    m_revert->setVisible(isUnderWay());
    setDismissal(isUnderWay() || m_progress.phase == ApplyPhase::Confirmed ? QString()
            : running                                                      ? tr("Close")
                                                                           : tr("Cancel"));
    if (running)
        refreshRun();
    else
        refreshPlan();
}

void ReviewDialog::refreshPlan()
{
    setHeading(tr("Review and apply"),
        tr("Nothing has changed yet. After applying you have a minute to keep it or to go back."));
    if (m_progress.phase == ApplyPhase::Planning) {
        setPrimary(tr("Apply"));
        setProblem(Error{ErrorCode::Internal, {}, {}, tr("The nodes have not answered yet."), {}}, true);
        return;
    }
    const int nodes = changedNodes();
    setPrimary(nodes == 0 ? tr("Close") : tr("&Apply to %n nodes", nullptr, nodes));
    if (nodes == 0) {
        setDismissal({});
        setHeading(tr("Review and apply"), tr("Nothing to apply: every node runs what the rule set says."));
    }
    const bool restarts = std::any_of(m_plans.cbegin(), m_plans.cend(), [](const NodePlan &plan) {
        return std::any_of(
            plan.restarts.cbegin(), plan.restarts.cend(), [](const RestartImpact &r) { return r.sessions > 0; });
    });
    m_impact->setMessage(restarts ? MessageStrip::Kind::Warning : MessageStrip::Kind::Note, impactText());
    m_impact->setVisible(nodes > 0);
    m_reasonRow->setVisible(nodes > 0);
    m_reasonRow->setConsequence(m_reasonRequired ? tr("Needed here. Kept in the history with your name.")
                                                 : tr("Kept in the history with your name."));

    const auto unreachable =
        std::find_if(m_plans.cbegin(), m_plans.cend(), [](const NodePlan &plan) { return !plan.problem.isEmpty(); });
    if (unreachable != m_plans.cend()) {
        setProblem(Error{ErrorCode::Unreachable, unreachable->agent, tr("%1 cannot take part.").arg(unreachable->node),
            unreachable->problem,
            tr("Nothing is applied anywhere while a node is missing. Mend the node, then review again.")});
    } else if (nodes > 0 && m_reasonRequired && m_reason->text().trimmed().isEmpty()) {
        setProblem(Error{ErrorCode::InvalidInput, {}, tr("Nothing is applied yet."), tr("A reason is needed here."),
                       tr("Write why you change this.")},
            true);
    } else {
        setProblem({});
    }
}

void ReviewDialog::refreshRun()
{
    switch (m_progress.phase) {
    case ApplyPhase::Planning:
    case ApplyPhase::Planned:
        return;
    case ApplyPhase::Preparing:
        setHeading(tr("Applying"), tr("Every node checks and stages the change. Nothing runs it yet."));
        setPrimary({});
        break;
    case ApplyPhase::Committing:
        setHeading(tr("Applying"), tr("The nodes take the change over, FTP services first."));
        setPrimary({});
        break;
    case ApplyPhase::Verifying:
        setHeading(tr("Testing"), tr("The change runs. A file is transferred from the outside to show that it works."));
        setPrimary({});
        break;
    case ApplyPhase::Unconfirmed:
        setHeading(tr("It runs. Keep it?"), tr("Without an answer every node goes back to what it ran before."));
        setPrimary(tr("&Keep"));
        break;
    case ApplyPhase::Confirmed:
        setHeading(tr("Applied"), {});
        setPrimary(tr("Close"));
        break;
    case ApplyPhase::RolledBack:
        setHeading(tr("Went back"), tr("Every node runs what it ran before. Your draft is unchanged."));
        setPrimary(tr("&Review again"));
        break;
    case ApplyPhase::Failed:
        setHeading(m_progress.conflict ? tr("Someone else applied first") : tr("Not applied"),
            m_progress.conflict ? tr("Nothing of yours was applied. Your draft is unchanged.")
                                : tr("Every node runs what it ran before. Your draft is unchanged."));
        setPrimary(tr("&Review again"));
        break;
    }
    setProblem({});
}

} // namespace ferry::ui
