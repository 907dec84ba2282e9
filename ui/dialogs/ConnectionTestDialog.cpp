#include "ui/dialogs/ConnectionTestDialog.h"

#include "models/edits/Document.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/StepList.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ConnectionTestDialog::ConnectionTestDialog(Document &document, Intents &intents, const RuleId &rule, QWidget *parent)
    : ActionDialog(u"connectionTestDialog"_s, parent)
    , m_document(document)
    , m_intents(intents)
    , m_rule(rule)
    , m_outcome(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_steps(new StepList(this))
    , m_cureHead(new SectionHeader(tr("What cures it"), this))
    , m_cures(new ChoiceList(tr("What cures it"), this))
{
    m_outcome->setObjectName(u"testOutcome"_s);
    m_cures->setObjectName(u"cures"_s);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setSpacing(12);
    layout->addWidget(m_outcome);
    layout->addWidget(m_steps);
    layout->addWidget(m_cureHead);
    layout->addWidget(m_cures);
    layout->addStretch(1);
    QScrollArea *area = addScrolled(content);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setAccessibleName(tr("Steps"));
    setDismissal(tr("Close"));
    resize(640, 600);
    refresh();
}

void ConnectionTestDialog::setReport(const ProbeReport &report)
{
    if (report.rule != m_rule)
        return;
    m_report = report;
    m_waiting = false;
    refresh();
}

void ConnectionTestDialog::setFindings(const QList<Finding> &findings)
{
    m_findings = findings;
    refresh();
}

void ConnectionTestDialog::showEvent(QShowEvent *event)
{
    ActionDialog::showEvent(event);
    if (!std::exchange(m_asked, true) && m_report.steps.isEmpty())
        run();
}

bool ConnectionTestDialog::isRunning() const
{
    // Steps behind a failed one stay waiting: the test ended there.
    return m_waiting
        || (!failedStep() && std::any_of(m_report.steps.cbegin(), m_report.steps.cend(), [](const ProbeStep &step) {
               return step.state == StepState::Running || step.state == StepState::Waiting;
           }));
}

const ProbeStep *ConnectionTestDialog::failedStep() const
{
    const auto step = std::find_if(m_report.steps.cbegin(), m_report.steps.cend(),
        [](const ProbeStep &candidate) { return candidate.state == StepState::Failed; });
    return step == m_report.steps.cend() ? nullptr : &*step;
}

void ConnectionTestDialog::run()
{
    m_report.steps.clear();
    m_waiting = true;
    refresh();
    Q_EMIT m_intents.testRequested(m_rule);
}

void ConnectionTestDialog::commit()
{
    if (m_fixes.isEmpty())
        return run();
    const QuickFix fix = m_fixes.value(m_cures->chosen(), m_fixes.first());
    if (const auto done = m_document.perform(fix.makeEdit(m_document.ruleSet())); !done)
        return showFailure(done.error());
    accept();
    Q_EMIT reviewRequested();
}

void ConnectionTestDialog::refresh()
{
    const PublishingRule *rule = m_document.ruleSet().rules.find(m_rule);
    setHeading(tr("Test of %1").arg(rule ? rule->name : m_rule.text()),
        m_report.target.isEmpty() ? tr("From the outside, as a client would.")
                                  : tr("From the outside, as a client would: %1.").arg(m_report.target));
    const ProbeStep *failed = failedStep();
    if (isRunning())
        m_outcome->setMessage(MessageStrip::Kind::Note, tr("The test is running…"));
    else if (failed)
        m_outcome->setMessage(
            MessageStrip::Kind::Error, tr("Clients cannot use this rule: %1 failed.").arg(failed->title));
    else if (!m_report.steps.isEmpty())
        m_outcome->setMessage(MessageStrip::Kind::Good, tr("Clients can log in, list and transfer files."));
    m_outcome->setVisible(isRunning() || !m_report.steps.isEmpty());
    m_steps->setSteps(stepLines(m_report));
    refreshCure();
    setBusy(isRunning(), tr("Testing…"));
}

void ConnectionTestDialog::refreshCure()
{
    m_fixes.clear();
    const ProbeStep *failed = failedStep();
    for (const Finding &finding : std::as_const(m_findings)) {
        if (failed && !failed->findingCode.isEmpty() && finding.code == failed->findingCode)
            m_fixes << finding.fixes;
    }
    m_cures->clear();
    for (qsizetype i = 0; i < m_fixes.size(); ++i)
        m_cures->addChoice(static_cast<int>(i), m_fixes[i].label, u"cure-%1"_s.arg(i));
    m_cureHead->setVisible(!m_fixes.isEmpty());
    m_cures->setVisible(!m_fixes.isEmpty());
    setPrimary(m_fixes.isEmpty() ? tr("&Test again") : tr("&Fix and test again…"));
    primaryButton()->setToolTip(m_fixes.isEmpty()
            ? QString()
            : tr("Puts the cure into the draft and shows what applying it changes. The test runs again after that."));
}

} // namespace ferry::ui
