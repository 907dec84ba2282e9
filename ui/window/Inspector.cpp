#include "ui/window/Inspector.h"

#include "models/tables/LiveFindings.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/ClearLayout.h"
#include "ui/widgets/FindingCard.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/StateOfRule.h"
#include "ui/widgets/StatePill.h"
#include "ui/window/EditRunner.h"
#include "ui/window/LiveState.h"

#include <QLocale>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

constexpr int linesShown = 12;

QWidget *padded(QWidget *content, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(content);
    layout->addStretch(1);
    return page;
}

} // namespace

Inspector::Inspector(EditRunner &edits, LiveState &live, LiveFindings &findings, QWidget *parent)
    : QScrollArea(parent), m_edits(edits), m_live(live), m_findings(findings)
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(272);
    auto *body = new QWidget(this);
    m_kind = new QuietLabel({}, body);
    m_kind->setFont(smallFont(m_kind->font()));
    m_title = new QLabel(body);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_title->setFont(titleFont(m_title->font()));
    m_title->setWordWrap(true);
    m_pill = new StatePill(PillState::Unknown, body);
    m_pill->setObjectName(u"inspectorState"_s);
    m_effect = makeParagraph({}, body);
    m_effect->setObjectName(u"inspectorEffect"_s);
    m_findingsHead = new SectionHeader(tr("Findings"), body);
    m_noFindings = new QuietLabel(tr("Nothing found. The checks run after every edit."), body);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(metrics::unit);
    m_tabs = new QTabWidget(body);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setAccessibleName(tr("Details"));
    m_filter = new FactList(m_tabs);
    m_ports = new FactList(m_tabs);
    m_lines = makeFixed({}, m_tabs);
    m_lines->setFont(smallFont(m_lines->font()));
    m_lines->setWordWrap(true);
    m_tabs->addTab(padded(m_filter, m_tabs), tr("Filter"));
    m_tabs->addTab(padded(m_ports, m_tabs), tr("Ports"));
    m_tabs->addTab(padded(m_lines, m_tabs), tr("Log"));

    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    layout->addWidget(m_kind);
    layout->addWidget(m_title);
    layout->addWidget(m_pill);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_effect);
    layout->addSpacing(metrics::unit);
    layout->addWidget(m_findingsHead);
    layout->addWidget(m_noFindings);
    layout->addLayout(m_cards);
    layout->addSpacing(metrics::unit);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    setWidget(body);

    connect(m_pill, &StatePill::clicked, this, &Inspector::stateOpened);
    connect(&m_edits.document(), &Document::changed, this, &Inspector::refresh);
    connect(&m_live, &LiveState::ruleStatesChanged, this, &Inspector::refresh);
    connect(&m_live, &LiveState::logAppended, this, &Inspector::refreshLog);
    connect(&m_findings, &LiveFindings::changed, this, [this](const QList<Subject> &subjects) {
        if (subjects.contains(m_subject))
            refreshFindings();
    });
    refresh();
    refreshFindings();
    refreshLog();
}

void Inspector::setSubject(const Subject &subject)
{
    if (m_subject == subject)
        return;
    m_subject = subject;
    refresh();
    refreshFindings();
    refreshLog();
}

void Inspector::refresh()
{
    const RuleSet &ruleSet = m_edits.ruleSet();
    const QString name = subjectName(ruleSet, m_subject);
    const bool present = !name.isEmpty();
    const auto *rule =
        m_subject.kind == ObjectKind::Rule ? ruleSet.rules.find(RuleId::fromTrusted(m_subject.id)) : nullptr;
    m_kind->setText(present ? kindName(m_subject.kind) : QString());
    m_kind->setVisible(present);
    m_title->setVisible(present);
    m_title->setText(name);
    m_effect->setText(
        present ? subjectEffect(ruleSet, m_subject) : tr("Select a row to read what it means and what was found."));
    m_pill->setVisible(rule != nullptr);
    m_findingsHead->setVisible(present);
    m_tabs->setVisible(rule != nullptr);
    if (rule != nullptr) {
        m_pill->setState(pillStateOf(m_live.ruleStates().value(rule->id, RuleState::Unknown)));
        m_filter->setFacts(filterFacts(ruleSet, *rule));
        m_ports->setFacts(portFacts(ruleSet, *rule));
    }
}

void Inspector::refreshFindings()
{
    clearLayout(m_cards);
    int shown = 0;
    for (const Finding &finding : m_findings.findings(m_subject)) {
        auto *card = new FindingCard(finding, widget());
        connect(card, &FindingCard::fixChosen, this,
            [this, finding](int index) { m_edits.run(finding.fixes.at(index).makeEdit(m_edits.ruleSet())); });
        m_cards->addWidget(card);
        ++shown;
    }
    m_findingsHead->setCount(shown);
    m_noFindings->setVisible(shown == 0 && !m_subject.id.isEmpty());
}

void Inspector::refreshLog()
{
    QStringList lines;
    const QList<LogEntry> &log = m_live.recentLog();
    for (auto entry = log.crbegin(); entry != log.crend() && lines.size() < linesShown; ++entry) {
        if (m_subject.kind != ObjectKind::Rule || entry->rule.text() != m_subject.id)
            continue;
        const QString what = !entry->reply.isEmpty() ? entry->reply
            : !entry->command.isEmpty()              ? entry->command
                                                     : entry->text;
        lines << u"%1  %2"_s.arg(entry->time.toLocalTime().toString(u"HH:mm:ss"_s), what);
    }
    m_lines->setText(lines.isEmpty() ? tr("No line of this rule was seen yet.") : lines.join(u'\n'));
}

} // namespace ferry::ui
