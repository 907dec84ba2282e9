// The menus, the tool bar and the actions of the main window; its panes are in MainWindow.cpp.

#include "models/edits/Document.h"
#include "models/plan/Words.h"
#include "models/tables/LiveFindings.h"
#include "ui/pages/Page.h"
#include "ui/theme/ButtonRole.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"
#include "ui/window/ActionButton.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"
#include "ui/window/Inspector.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NavigationList.h"
#include "ui/window/UnappliedBar.h"
#include "ui/window/WindowModels.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

/// Actions that the current page runs on its selection.
constexpr Act pageActs[] = {Act::EditRule, Act::RenameRule, Act::ToggleRule, Act::ToggleFilter, Act::EditFilter,
    Act::EditPassiveRange, Act::EditExternalAddress, Act::ImportFromServer, Act::CustomizeProtocol, Act::MoveUp,
    Act::MoveDown, Act::Duplicate, Act::Remove, Act::Test, Act::PauseLog, Act::ClearLog};

} // namespace

void MainWindow::makeMenus()
{
    const Actions &a = *m_actions;
    const auto fill = [&a](QMenu *menu, std::initializer_list<std::optional<Act>> acts) {
        for (const std::optional<Act> act : acts) {
            if (act)
                menu->addAction(a[*act]);
            else
                menu->addSeparator();
        }
    };
    constexpr auto line = std::nullopt;
    QMenu *file = menuBar()->addMenu(tr("&File"));
    fill(file, {Act::NewRuleSet, Act::OpenRuleSet});
    m_recent = file->addMenu(tr("Open &recent"));
    m_recent->setEnabled(false);
    fill(file,
        {line, Act::SaveRuleSet, Act::SaveRuleSetAs, line, Act::Import, Act::ImportFromServer, Act::Export, line,
            Act::Quit});
    fill(menuBar()->addMenu(tr("&Edit")),
        {Act::Undo, Act::Redo, line, Act::RenameRule, Act::Duplicate, Act::Remove, line, Act::Find, Act::FindAction});
    fill(menuBar()->addMenu(tr("&Rule")),
        {Act::Publish, line, Act::EditRule, Act::EditFilter, Act::EditPassiveRange, Act::EditExternalAddress,
            Act::CustomizeProtocol, line, Act::ToggleRule, Act::ToggleFilter, line, Act::MoveUp, Act::MoveDown});
    fill(menuBar()->addMenu(tr("&Apply")), {Act::Review, Act::Discard, line, Act::Restart});
    QMenu *view = menuBar()->addMenu(tr("&View"));
    fill(view,
        {Act::ShowOverview, Act::ShowRules, Act::ShowProtocols, Act::ShowServices, Act::ShowGateways, line,
            Act::ShowLog, Act::ShowSessions, Act::ShowHistory, line, Act::ShowInspector, Act::ShowFindings, line});
    fill(view->addMenu(tr("&Theme")), {Act::LightTheme, Act::DarkTheme, Act::SystemTheme});
    fill(menuBar()->addMenu(tr("&Tools")), {Act::Test, line, Act::Refresh, line, Act::PauseLog, Act::ClearLog});
    fill(menuBar()->addMenu(tr("&Help")), {Act::Help, line, Act::About});
    menuBar()->setObjectName(u"menuBar"_s);
    m_restartMenu = new QMenu(this);
    m_restartMenu->setObjectName(u"restartMenu"_s);
    a[Act::Restart]->setMenu(m_restartMenu);
    connect(m_restartMenu, &QMenu::aboutToShow, this, &MainWindow::fillRestartMenu);
}

void MainWindow::makeToolBar()
{
    auto *bar = new QToolBar(tr("Tool bar"), this);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    addToolBar(bar);
    const auto gap = [bar] {
        auto *space = new QWidget(bar);
        space->setFixedWidth(metrics::half);
        bar->addWidget(space);
    };
    const Actions &a = *m_actions;
    gap();
    bar->addWidget(new ActionButton(a[Act::Publish], tr("Publish FTP server…"), u"toolPublish"_s, ButtonRole::Primary));
    gap();
    m_review = new ActionButton(a[Act::Review], tr("Review and apply"), u"toolReview"_s, ButtonRole::Ordinary);
    bar->addWidget(m_review);
    gap();
    auto *restart =
        new ActionButton(a[Act::Restart], tr("Restart FTP service"), u"toolRestart"_s, ButtonRole::Ordinary);
    restart->setMenu(m_restartMenu);
    bar->addWidget(restart);
    gap();
    bar->addWidget(new ActionButton(a[Act::Test], tr("Test"), u"toolTest"_s, ButtonRole::Ordinary));
    bar->addSeparator();
    for (const Act act : {Act::Undo, Act::Redo}) {
        bar->addAction(a[act]);
        QWidget *button = bar->widgetForAction(a[act]);
        button->setObjectName(act == Act::Undo ? u"toolUndo"_s : u"toolRedo"_s);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_search = new SearchField(bar);
    bar->addWidget(m_search);
    gap();
}

void MainWindow::connectActions()
{
    const Actions &a = *m_actions;
    const auto on = [this, &a](Act act, auto slot) { connect(a[act], &QAction::triggered, this, slot); };
    on(Act::NewRuleSet, [this] { Q_EMIT m_intents.newRequested(); });
    on(Act::OpenRuleSet, [this] { Q_EMIT m_intents.openRequested({}); });
    on(Act::SaveRuleSet, [this] { Q_EMIT m_intents.saveRequested(); });
    on(Act::SaveRuleSetAs, [this] { Q_EMIT m_intents.saveAsRequested(); });
    on(Act::Import, [this] { Q_EMIT m_intents.importRequested({}); });
    on(Act::Export, [this] { Q_EMIT m_intents.exportRequested({}); });
    on(Act::Quit, [this] { close(); });
    on(Act::Undo, [this] { m_document.undo(); });
    on(Act::Redo, [this] { m_document.redo(); });
    on(Act::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(Act::FindAction, [this] { m_dialogs->findAction(*m_actions); });
    on(Act::Publish, [this] { m_dialogs->publish(); });
    on(Act::Review, [this] { m_dialogs->review(); });
    on(Act::Discard, [this] { Q_EMIT m_intents.discardRequested(); });
    on(Act::Refresh, [this] { Q_EMIT m_intents.refreshRequested(); });
    on(Act::Help, [this] { m_dialogs->showKeys(*m_actions); });
    on(Act::About, [this] { m_dialogs->showAbout(); });
    for (int i = 0; i < pageCount; ++i) {
        const auto act = static_cast<Act>(static_cast<int>(Act::ShowOverview) + i);
        on(act, [this, i] { setPage(static_cast<PageId>(i)); });
    }
    connect(a[Act::ShowInspector], &QAction::toggled, this, &MainWindow::setInspectorVisible);
    connect(a[Act::ShowFindings], &QAction::toggled, this, &MainWindow::setFindingsVisible);
    a[Act::ShowInspector]->setChecked(true);
    a[Act::ShowFindings]->setChecked(true);
    on(Act::LightTheme, [this] { Q_EMIT schemeChosen(Scheme::Light); });
    on(Act::DarkTheme, [this] { Q_EMIT schemeChosen(Scheme::Dark); });
    on(Act::SystemTheme, [this] { Q_EMIT schemeChosen(Scheme::System); });
    for (const Act act : pageActs) {
        on(act, [this, act] {
            if (currentPage()->usable().contains(act))
                currentPage()->run(act);
        });
    }
    // The window owns the shortcuts, also of actions that stand in no menu that is shown.
    addActions(m_actions->all());
}

void MainWindow::connectStates()
{
    connect(&m_document, &Document::stackChanged, this, [this] {
        refreshUndo();
        refreshTitle();
    });
    connect(&m_document, &Document::changed, this, [this] {
        refreshCounts();
        refreshRestartMenu();
        refreshTitle();
        refreshUsable();
    });
    connect(&m_live, &LiveState::unappliedChanged, this, &MainWindow::refreshUnapplied);
    connect(&m_live, &LiveState::sessionsChanged, this, &MainWindow::refreshCounts);
    connect(&m_live, &LiveState::statusesChanged, this, &MainWindow::refreshRestartMenu);
    connect(m_edits, &EditRunner::refused, m_dialogs, &Dialogs::showError);
    connect(m_dialogs, &Dialogs::ruleMade, this,
        [this](const RuleId &rule) { showSubject({ObjectKind::Rule, rule.text()}); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_searches[page()] = text;
        currentPage()->search(text);
    });
    connect(m_search, &SearchField::resultsEntered, this, [this] { currentPage()->focusContent(); });
}

void MainWindow::refreshUndo()
{
    QAction *undo = (*m_actions)[Act::Undo];
    QAction *redo = (*m_actions)[Act::Redo];
    undo->setEnabled(m_document.canUndo());
    redo->setEnabled(m_document.canRedo());
    undo->setText(m_document.canUndo() ? tr("&Undo %1").arg(m_document.undoName()) : tr("&Undo"));
    redo->setText(m_document.canRedo() ? tr("&Redo %1").arg(m_document.redoName()) : tr("&Redo"));
}

void MainWindow::refreshUnapplied()
{
    const auto count = static_cast<int>(m_live.unapplied().size());
    m_unapplied->setChanges(count, m_live.unapplied());
    m_review->setText(count == 0 ? tr("Review and apply") : tr("Review and apply · %1").arg(locale().toString(count)));
    (*m_actions)[Act::Discard]->setEnabled(count > 0);
}

void MainWindow::refreshCounts()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    m_navigation->setCount(PageId::Rules, static_cast<int>(ruleSet.rules.size()));
    m_navigation->setCount(PageId::Protocols, static_cast<int>(ruleSet.protocols.size()));
    m_navigation->setCount(PageId::Services, static_cast<int>(ruleSet.ftpServices.size()));
    m_navigation->setCount(PageId::Gateways, static_cast<int>(ruleSet.gateways.size()));
    const auto sessions = static_cast<int>(m_live.sessions().size());
    m_navigation->setCount(PageId::Sessions, sessions == 0 ? -1 : sessions);
}

void MainWindow::refreshRestartMenu()
{
    (*m_actions)[Act::Restart]->setEnabled(!m_document.ruleSet().ftpServices.isEmpty());
    if (m_restartMenu->isVisible())
        fillRestartMenu();
}

// With a thousand services only when it is looked at: filling it after every edit would be what people wait for.
void MainWindow::fillRestartMenu()
{
    m_restartMenu->clear();
    for (const FtpService &service : m_document.ruleSet().ftpServices) {
        const ServiceStatus *status = serviceStatus(m_live.statuses(), service);
        const int sessions = status ? status->sessions : 0;
        QString text = tr("Restart %1 on %2").arg(softwareText(service.software), service.name);
        if (sessions > 0)
            text = tr("%1, ends %n sessions", nullptr, sessions).arg(text);
        QAction *action = m_restartMenu->addAction(text);
        action->setObjectName(u"restart-"_s + service.id.text());
        action->setEnabled(!m_live.isRestarting(service.id));
        connect(action, &QAction::triggered, this, [this, id = service.id] { restart(id); });
    }
}

void MainWindow::restart(const ServiceId &service)
{
    m_dialogs->restart(service);
}

void MainWindow::refreshUsable()
{
    const QSet<Act> usable = currentPage()->usable();
    for (const Act act : pageActs)
        (*m_actions)[act]->setEnabled(usable.contains(act));
}

void MainWindow::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        QAction *action = m_recent->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT m_intents.openRequested(path); });
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!paths.isEmpty());
}

void MainWindow::setScheme(Scheme scheme)
{
    const Act act = scheme == Scheme::Light ? Act::LightTheme
        : scheme == Scheme::Dark            ? Act::DarkTheme
                                            : Act::SystemTheme;
    (*m_actions)[act]->setChecked(true);
}

} // namespace ferry::ui
