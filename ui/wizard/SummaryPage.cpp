#include "ui/wizard/SummaryPage.h"

#include "models/plan/NodePlan.h"
#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Switch.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

QString nodeName(const NodeConfig &node, const RuleSet &ruleSet)
{
    QStringList names;
    for (const GatewayConfig &gateway : node.gateways) {
        if (const Gateway *known = ruleSet.gateways.find(gateway.id))
            names << known->name;
    }
    for (const ServiceConfig &service : node.services) {
        if (const FtpService *known = ruleSet.ftpServices.find(service.id))
            names << known->name;
    }
    return names.isEmpty() ? node.agent : names.join(u", "_s);
}

NodeConfig configOf(const QList<NodeConfig> &nodes, const QString &agent)
{
    const auto node =
        std::find_if(nodes.cbegin(), nodes.cend(), [&](const NodeConfig &each) { return each.agent == agent; });
    return node == nodes.cend() ? NodeConfig{agent, {}, {}} : *node;
}

} // namespace

SummaryPage::SummaryPage(const RuleSet &ruleSet, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_log(new Switch(tr("Log the sessions of this rule"), this))
    , m_facts(new FactList(this))
    , m_changes(new QVBoxLayout)
{
    m_name->setObjectName(u"publishName"_s);
    m_description->setObjectName(u"publishDescription"_s);
    m_description->setPlaceholderText(tr("For whom, and why"));
    m_log->setObjectName(u"publishLog"_s);
    m_facts->setObjectName(u"publishFacts"_s);
    m_changes->setSpacing(metrics::half);
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(new FormRow(tr("&Name"), m_name, {}, this));
    layout->addWidget(new FormRow(tr("&Description"), m_description, {}, this));
    layout->addWidget(new FormRow(tr("&Log sessions"), m_log, {}, this));
    layout->addWidget(new SectionHeader(tr("What clients meet"), this));
    layout->addWidget(m_facts);
    layout->addWidget(new SectionHeader(tr("What changes where"), this));
    layout->addLayout(m_changes);
    layout->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, &PublishPage::edited);
    connect(m_description, &QLineEdit::textEdited, this, &PublishPage::edited);
    connect(m_log, &Switch::toggled, this, &PublishPage::edited);
}

void SummaryPage::showDraft(const PublishDraft &draft)
{
    const QSignalBlocker blocker(this);
    m_name->setPlaceholderText(suggestedRuleName(draft, m_ruleSet));
    m_name->setText(draft.ruleName);
    m_description->setText(draft.description);
    m_log->setChecked(draft.log);
}

void SummaryPage::takeDraft(PublishDraft &draft)
{
    draft.ruleName = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.log = m_log->isChecked();
}

void SummaryPage::refresh(const PublishDraft &draft)
{
    m_log->setText(draft.log ? tr("On") : tr("Off"));
    QList<Fact> facts;
    for (const PublishStep step : {PublishStep::Server, PublishStep::Protocol, PublishStep::Listener,
             PublishStep::PassivePorts, PublishStep::Filter})
        facts << Fact{
            step == PublishStep::Server ? tr("Server") : stepTitle(step), stepOutcome(step, draft, m_ruleSet), false};
    m_facts->setFacts(facts);

    while (QLayoutItem *item = m_changes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto result = withPublication(m_ruleSet, publicationOf(draft, m_ruleSet));
    if (!result) {
        m_changes->addWidget(makeParagraph(result.error().text(), this));
        return;
    }
    const QList<NodeConfig> before = nodeConfigs(m_ruleSet);
    for (const NodeConfig &after : nodeConfigs(*result)) {
        const QList<PlannedChange> changes = differences(configOf(before, after.agent), after);
        if (changes.isEmpty())
            continue;
        QLabel *head = makeParagraph(nodeName(after, *result), this);
        head->setFont(strongFont(head->font()));
        m_changes->addWidget(head);
        for (const PlannedChange &change : changes) {
            QLabel *line = makeParagraph(tr("%1: %2").arg(change.subject, change.text), this);
            line->setContentsMargins(metrics::margin, 0, 0, 0);
            m_changes->addWidget(line);
        }
    }
    if (m_changes->count() == 0)
        m_changes->addWidget(new QuietLabel(tr("No node has an agent yet, so that nothing can be applied."), this));
}

QWidget *SummaryPage::firstField() const
{
    return m_name;
}

} // namespace ferry::ui
