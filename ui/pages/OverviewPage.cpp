#include "ui/pages/OverviewPage.h"

#include "models/plan/Words.h"
#include "models/tables/LiveFindings.h"
#include "models/tables/TableText.h"
#include "ui/delegates/HealthPill.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/ClearLayout.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/StatePill.h"
#include "ui/widgets/Tile.h"
#include "ui/window/EditRunner.h"
#include "ui/window/LiveState.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

/// One gateway or FTP service: name, what it is, its ports or addresses, its pill.
QWidget *placeRow(const QString &name, const QString &kind, const QString &detail, Health health,
    const QString &problem, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    auto *title = new ElidedLabel(name, row);
    title->setFont(strongFont(title->font()));
    title->setFixedWidth(180);
    auto *what = new QuietLabel(kind, row);
    what->setWordWrap(false);
    what->setFixedWidth(200);
    auto *more = new ElidedLabel(detail, row);
    more->setFont(fixedFont(more->font()));
    more->setAccessibleName(detail);
    auto *pill = new StatePill(pillStateOf(health), row);
    pill->setWord(healthText(health));
    pill->setToolTip(problem);
    pill->setAccessibleName(u"%1: %2"_s.arg(name, healthText(health)));
    layout->addWidget(title);
    layout->addWidget(what);
    layout->addWidget(more, 1);
    layout->addWidget(pill);
    return row;
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, u"overviewPage"_s, tr("Overview"), parent)
    , m_rules(new Tile(u"rules"_s, tr("Rules"), u"tileRules"_s, this))
    , m_findings(new Tile(u"warning"_s, tr("Findings"), u"tileFindings"_s, this))
    , m_sessions(new Tile(u"sessions"_s, tr("Sessions"), u"tileSessions"_s, this))
    , m_changes(new Tile(u"draft"_s, tr("Not applied"), u"tileChanges"_s, this))
    , m_places(new QVBoxLayout)
    , m_lastApply(makeParagraph({}, this))
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::margin);
    column->setSpacing(metrics::unit);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(metrics::margin);
    for (Tile *tile : {m_rules, m_findings, m_sessions, m_changes})
        tiles->addWidget(tile);
    column->addLayout(tiles);
    column->addSpacing(metrics::margin);
    column->addWidget(new SectionHeader(tr("Gateways and FTP services"), body));
    m_places->setSpacing(0);
    column->addLayout(m_places);
    column->addSpacing(metrics::margin);
    column->addWidget(new SectionHeader(tr("Last Apply"), body));
    column->addWidget(m_lastApply);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setAccessibleName(tr("Overview"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    body->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PageHeader(tr("Overview"), this));
    layout->addWidget(scroll, 1);

    const Actions &actions = context.actions;
    connect(m_rules, &Tile::clicked, actions[Act::ShowRules], &QAction::trigger);
    connect(m_findings, &Tile::clicked, actions[Act::ShowFindings],
        [findings = actions[Act::ShowFindings]] { findings->setChecked(true); });
    connect(m_sessions, &Tile::clicked, actions[Act::ShowSessions], &QAction::trigger);
    connect(m_changes, &Tile::clicked, actions[Act::Review], &QAction::trigger);
    LiveState &live = context.live;
    const auto follow = [this](auto &sender, auto signal, auto refreshPart) {
        connect(&sender, signal, this, [this, refreshPart] {
            if (isVisible())
                (this->*refreshPart)();
            else
                m_isOutdated = true;
        });
    };
    follow(context.edits.document(), &Document::changed, &OverviewPage::refresh);
    follow(context.findings, &LiveFindings::changed, &OverviewPage::refreshTiles);
    follow(live, &LiveState::unappliedChanged, &OverviewPage::refreshTiles);
    follow(live, &LiveState::sessionsChanged, &OverviewPage::refreshTiles);
    follow(live, &LiveState::statusesChanged, &OverviewPage::refreshPlaces);
    follow(live, &LiveState::historyChanged, &OverviewPage::refreshLastApply);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isOutdated)
        refresh();
}

void OverviewPage::refresh()
{
    m_isOutdated = false;
    refreshTiles();
    refreshPlaces();
    refreshLastApply();
}

void OverviewPage::refreshTiles()
{
    const QLocale locale;
    const auto rules = static_cast<int>(ruleSet().rules.size());
    const auto off = static_cast<int>(
        std::ranges::count_if(ruleSet().rules, [](const PublishingRule &rule) { return !rule.enabled; }));
    m_rules->setFigure(locale.toString(rules), off == 0 ? tr("all switched on") : tr("%n switched off", nullptr, off));
    const LiveFindings &findings = context().findings;
    const int errors = findings.count(Severity::Error);
    const int warnings = findings.count(Severity::Warning);
    const int notes = findings.count(Severity::Note);
    m_findings->setFigure(locale.toString(errors + warnings + notes),
        errors > 0         ? tr("%n errors", nullptr, errors)
            : warnings > 0 ? tr("%n warnings", nullptr, warnings)
            : notes > 0    ? tr("%n notes", nullptr, notes)
                           : tr("nothing found"),
        errors > 0         ? Tile::Tone::Bad
            : warnings > 0 ? Tile::Tone::Warning
                           : Tile::Tone::Good);
    const auto sessions = context().live.sessions();
    const auto transfers = static_cast<int>(
        std::ranges::count_if(sessions, [](const SessionInfo &session) { return !session.transfer.isEmpty(); }));
    m_sessions->setFigure(locale.toString(sessions.size()), tr("%n transfers now", nullptr, transfers));
    const auto changes = static_cast<int>(context().live.unapplied().size());
    m_changes->setFigure(locale.toString(changes), changes == 0 ? tr("everything applied") : tr("Review and apply"),
        changes == 0 ? Tile::Tone::Good : Tile::Tone::Warning);
}

void OverviewPage::refreshPlaces()
{
    clearLayout(m_places);
    QWidget *parent = m_lastApply->parentWidget();
    const NodeStatuses &statuses = context().live.statuses();
    const auto problemOf = [&](const QString &agent) { return statuses.value(agent).problem; };
    for (const Gateway &gateway : ruleSet().gateways) {
        QStringList addresses;
        for (const Address &address : gateway.externalAddresses)
            addresses << address.toString();
        m_places->addWidget(placeRow(gateway.name, tr("Gateway, %1").arg(engineText(gateway.engine)),
            addresses.join(u", "_s), healthOf(statuses, gateway), problemOf(gateway.agent), parent));
    }
    for (const FtpService &service : ruleSet().ftpServices) {
        const QString ports =
            service.passivePorts ? tr("passive %1").arg(service.passivePorts->toDisplay()) : tr("any passive port");
        m_places->addWidget(placeRow(service.name, tr("FTP service, %1").arg(softwareText(service.software)), ports,
            healthOf(statuses, service), problemOf(service.agent), parent));
    }
    if (m_places->count() == 0)
        m_places->addWidget(
            new QuietLabel(tr("None yet. Publishing a server adds its gateway and FTP service."), parent));
}

void OverviewPage::refreshLastApply()
{
    const QList<ApplyRecord> &history = context().live.history();
    if (history.isEmpty()) {
        m_lastApply->setText(tr("Nothing was applied yet, or no node was asked."));
        return;
    }
    const ApplyRecord &last = history.first();
    const QString why = last.why.isEmpty() ? QString() : tr(" Reason: %1.").arg(last.why);
    m_lastApply->setText(tr("%1 by %2: %3.%4")
            .arg(QLocale().toString(last.when.toLocalTime(), QLocale::ShortFormat), last.who, last.outcome, why));
}

} // namespace ferry::ui
