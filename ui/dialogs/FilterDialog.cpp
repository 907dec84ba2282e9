#include "ui/dialogs/FilterDialog.h"

#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "ui/dialogs/FilterForm.h"
#include "ui/theme/Metrics.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

FilterSurroundings surroundingsOf(const RuleSet &ruleSet, const PublishingRule &rule)
{
    FilterSurroundings around;
    if (const FtpSite *site = publishedSite(ruleSet, rule))
        around.tls = site->tls;
    if (const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol))
        around.rangePublished = !relayPorts(*protocol).isEmpty();
    return around;
}

QWidget *tabPage(FilterSection *section)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    layout->addWidget(section);
    section->show();
    return page;
}

} // namespace

FilterDialog::FilterDialog(Document &document, const RuleId &rule, QWidget *parent)
    : ActionDialog(u"filterDialog"_s, parent), m_document(document), m_rule(rule), m_form(new FilterForm(this))
{
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"filterTabs"_s);
    tabs->setAccessibleName(tr("Filter settings"));
    tabs->addTab(tabPage(m_form->inspection()), tr("Inspection"));
    tabs->addTab(tabPage(m_form->commands()), tr("Commands"));
    tabs->addTab(tabPage(m_form->data()), tr("Data connections"));
    tabs->addTab(tabPage(m_form->limits()), tr("Limits"));
    body()->addWidget(tabs);
    setPrimary(tr("Set filter"));
    resize(640, 600);

    const PublishingRule *found = m_document.ruleSet().rules.find(rule);
    setHeading(found ? tr("Filter of %1").arg(found->name) : tr("Filter"),
        tr("What the gateway reads and enforces in each session of this rule."));
    if (!found) {
        setProblem(Error{ErrorCode::NotFound, rule.text(), tr("The filter is not shown."), tr("The rule is gone."),
            tr("Close this window and choose another rule.")});
        return;
    }
    m_form->setSurroundings(surroundingsOf(m_document.ruleSet(), *found));
    m_form->setSettings(found->filter);
    connect(m_form, &FilterForm::edited, this, [this] { setProblem(m_form->problem()); });
}

void FilterDialog::commit()
{
    if (const auto done = m_document.perform(setFilterSettings(m_rule, m_form->settings())); !done)
        return showFailure(done.error());
    accept();
}

} // namespace ferry::ui
