#include "ui/wizard/PublishWizard.h"

#include "models/edits/Document.h"
#include "ui/wizard/FilterPage.h"
#include "ui/wizard/ListenerPage.h"
#include "ui/wizard/PassivePage.h"
#include "ui/wizard/ProtocolPage.h"
#include "ui/wizard/ServerPage.h"
#include "ui/wizard/StepRail.h"
#include "ui/wizard/SummaryPage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

QStringList titles()
{
    QStringList texts;
    for (const PublishStep step : publishSteps)
        texts << stepTitle(step);
    return texts;
}

} // namespace

PublishWizard::PublishWizard(Document &document, CheckPage::Preview preview, QWidget *parent)
    : ActionDialog(u"publishWizard"_s, parent)
    , m_document(document)
    , m_draft(startingDraft(document.ruleSet()))
    , m_rail(new StepRail(titles(), this))
    , m_column(new QVBoxLayout)
    , m_back(addAlternative(tr("&Back"), u"backButton"_s))
    , m_publish(addAlternative(tr("&Publish"), u"publishButton"_s))
{
    const RuleSet &ruleSet = m_document.ruleSet();
    setRail(m_rail);
    addPage(new ServerPage(ruleSet));
    addPage(new ProtocolPage(ruleSet));
    addPage(new ListenerPage(ruleSet));
    addPage(new PassivePage(ruleSet));
    addPage(new FilterPage);
    addPage(new CheckPage(ruleSet, std::move(preview)));
    addPage(new SummaryPage(ruleSet));
    auto *content = new QWidget(this);
    content->setLayout(m_column);
    addScrolled(content);
    resize(900, 660);
    connect(m_rail, &StepRail::stepChosen, this,
        [this](int step) { goTo(publishSteps.at(static_cast<std::size_t>(step))); });
    connect(
        m_back, &QPushButton::clicked, this, [this] { enter(static_cast<PublishStep>(static_cast<int>(m_step) - 1)); });
    connect(m_publish, &QPushButton::clicked, this, [this] {
        if (publish())
            accept();
    });
    enter(PublishStep::Server);
}

void PublishWizard::addPage(PublishPage *page)
{
    page->hide();
    m_column->addWidget(page);
    m_pages << page;
    connect(page, &PublishPage::edited, this, [this, page] {
        page->takeDraft(m_draft);
        // Choosing a kind of server is no mistake yet; typing something wrong is.
        m_touched = m_touched || qobject_cast<QLineEdit *>(focusWidget()) != nullptr;
        refresh();
    });
}

void PublishWizard::setDraft(const PublishDraft &draft)
{
    m_draft = draft;
    enter(m_step);
}

void PublishWizard::goTo(PublishStep step)
{
    for (const PublishStep earlier : publishSteps) {
        if (earlier >= step)
            break;
        if (stepProblem(earlier, m_draft, m_document.ruleSet())) {
            m_touched = true;
            enter(earlier);
            return;
        }
    }
    if (step > m_step && problemOf(m_step))
        return;
    enter(step);
}

std::optional<Error> PublishWizard::problemOf(PublishStep step) const
{
    if (step == m_step) {
        if (auto unreadable = page()->problem())
            return unreadable;
    }
    return stepProblem(step, m_draft, m_document.ruleSet());
}

void PublishWizard::enter(PublishStep step)
{
    if (step == PublishStep::PassivePorts && !m_draft.passivePorts && needsPassiveRange(m_draft))
        m_draft.passivePorts = suggestedRange(m_draft, m_document.ruleSet());
    m_touched = m_touched && step == m_step;
    page()->hide();
    m_step = step;
    m_furthest = std::max(m_furthest, step);
    page()->show();
    page()->showDraft(m_draft);
    refresh();
    if (QWidget *first = page()->firstField())
        first->setFocus();
    else
        primaryButton()->setFocus();
}

void PublishWizard::refresh()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    page()->refresh(m_draft);
    setHeading(stepTitle(m_step), stepMeaning(m_step, m_draft, ruleSet));
    setWindowTitle(tr("Publish FTP server"));
    for (const PublishStep step : publishSteps) {
        StepButton *button = m_rail->button(static_cast<int>(step));
        const bool visited = step <= m_furthest;
        button->setState(step == m_step               ? StepButton::State::Current
                : !visited                            ? StepButton::State::Ahead
                : stepProblem(step, m_draft, ruleSet) ? StepButton::State::Problem
                                                      : StepButton::State::Done);
        button->setOutcome(visited ? stepOutcome(step, m_draft, ruleSet) : QString());
    }
    const bool last = m_step == PublishStep::Summary;
    m_back->setVisible(m_step != PublishStep::Server);
    m_publish->setVisible(last);
    setPrimary(last ? tr("Publish and &apply…") : tr("&Next"));
    const auto problem = problemOf(m_step);
    setProblem(problem, !m_touched);
    m_publish->setEnabled(!problem);
}

void PublishWizard::commit()
{
    if (m_step != PublishStep::Summary)
        return enter(static_cast<PublishStep>(static_cast<int>(m_step) + 1));
    if (!publish())
        return;
    accept();
    Q_EMIT reviewRequested();
}

bool PublishWizard::publish()
{
    const Publication publication = publicationOf(m_draft, m_document.ruleSet());
    if (const auto done = m_document.perform(publishServer(publication)); !done) {
        showFailure(done.error());
        return false;
    }
    Q_EMIT published(publication.rule.id);
    return true;
}

} // namespace ferry::ui
