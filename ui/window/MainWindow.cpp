#include "ui/window/MainWindow.h"

#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "ui/pages/FtpServicesPage.h"
#include "ui/pages/GatewaysPage.h"
#include "ui/pages/HistoryPage.h"
#include "ui/pages/LogPage.h"
#include "ui/pages/OverviewPage.h"
#include "ui/pages/ProtocolsPage.h"
#include "ui/pages/RulesPage.h"
#include "ui/pages/SessionsPage.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/SearchField.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"
#include "ui/window/FindingsPanel.h"
#include "ui/window/Inspector.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/NavigationList.h"
#include "ui/window/StatusLine.h"
#include "ui/window/UnappliedBar.h"
#include "ui/window/WindowModels.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

MainWindow::MainWindow(Document &document, LiveFindings &findings, LiveState &live, Intents &intents, QWidget *parent)
    : QMainWindow(parent)
    , m_document(document)
    , m_findings(findings)
    , m_live(live)
    , m_intents(intents)
    , m_actions(new Actions(this))
    , m_edits(new EditRunner(document, this))
    , m_dialogs(new Dialogs(document, findings, live, intents, this))
    , m_models(new WindowModels(document, findings, live, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    makeMenus();
    makeToolBar();
    makeCentre();
    m_status = new StatusLine(live, this);
    setStatusBar(m_status);
    connectActions();
    connectStates();
    resize(1440, 880);
    setPage(PageId::Rules);
    setFile({});
    refreshUndo();
    refreshUnapplied();
    refreshCounts();
    refreshRestartMenu();
}

MainWindow::~MainWindow()
{
    // Views before the models that they show: an editor that is open in a row still asks its model when it goes.
    delete takeCentralWidget();
}

void MainWindow::makeCentre()
{
    const PageContext context{*m_edits, m_live, m_intents, *m_actions, *m_dialogs, m_findings};
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"pages"_s);
    m_pages->addWidget(new OverviewPage(context));
    m_pages->addWidget(new RulesPage(context, m_models->rules));
    m_pages->addWidget(new ProtocolsPage(context, m_models->protocols));
    m_pages->addWidget(new FtpServicesPage(context, m_models->services));
    m_pages->addWidget(new GatewaysPage(context, m_models->gateways));
    m_pages->addWidget(new LogPage(context, m_models->log));
    m_pages->addWidget(new SessionsPage(context, m_models->sessions));
    m_pages->addWidget(new HistoryPage(context, m_models->history));
    m_navigation = new NavigationList(this);
    m_inspector = new Inspector(*m_edits, m_live, m_findings, this);
    m_findingsPanel = new FindingsPanel(*m_edits, m_findings, m_models->findings, this);
    m_unapplied = new UnappliedBar((*m_actions)[Act::Review], (*m_actions)[Act::Discard], this);
    m_hint = new MessageStrip(MessageStrip::Kind::Note,
        tr("This is the lab, a real FTPS server behind a real gateway, with faults in it. Three steps: read the "
           "findings below, press their quick fixes, then Review and apply."),
        this);
    m_hint->setObjectName(u"firstRunHint"_s);
    m_hint->setDismissible(true);
    m_hint->hide();
    m_notice = new MessageStrip(MessageStrip::Kind::Note, {}, this);
    m_notice->setObjectName(u"notice"_s);
    m_notice->setDismissible(true);
    m_notice->hide();

    auto *middle = new QWidget(this);
    middle->setBackgroundRole(QPalette::Base);
    middle->setAutoFillBackground(true);
    m_strips = new QWidget(middle);
    auto *strips = new QVBoxLayout(m_strips);
    strips->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, 0);
    strips->setSpacing(metrics::unit);
    strips->addWidget(m_hint);
    strips->addWidget(m_notice);
    m_strips->hide();
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_unapplied);
    column->addWidget(m_strips);
    column->addWidget(m_pages, 1);

    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->setObjectName(u"rowsSplitter"_s);
    m_rows->setChildrenCollapsible(false);
    m_rows->addWidget(middle);
    m_rows->addWidget(m_findingsPanel);
    m_rows->setStretchFactor(0, 1);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setObjectName(u"columnsSplitter"_s);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_navigation);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({176, 960, 304});
    m_rows->setSizes({600, 190});
    setCentralWidget(m_columns);

    connect(m_navigation, &NavigationList::pageChosen, this, &MainWindow::setPage);
    connect(m_findingsPanel, &FindingsPanel::subjectWanted, this, &MainWindow::showSubject);
    // A splitter keeps the share of a pane that shrank by itself, and would show a hole below it.
    const auto share = [this](bool collapsed) {
        const QList<int> sizes = m_rows->sizes();
        const int all = sizes.value(0) + sizes.value(1);
        const int findings = collapsed ? m_findingsPanel->minimumHeight() : m_findingsPanel->sizeHint().height();
        m_rows->setSizes({all - findings, findings});
    };
    connect(m_findingsPanel, &FindingsPanel::collapsedChanged, this, share);
    share(m_models->findings.rowCount() == 0);
    connect(m_findingsPanel, &FindingsPanel::closeRequested, this, [this] { setFindingsVisible(false); });
    connect(m_inspector, &Inspector::stateOpened, (*m_actions)[Act::Review], &QAction::trigger);
    connect(m_hint, &MessageStrip::dismissed, this, &MainWindow::hintDismissed);
    connect(m_hint, &MessageStrip::dismissed, this, &MainWindow::refreshStrips);
    connect(m_notice, &MessageStrip::dismissed, this, &MainWindow::refreshStrips);
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *page = static_cast<Page *>(m_pages->widget(i));
        const auto isCurrent = [this, page] { return currentPage() == page; };
        connect(page, &Page::subjectChanged, this, [=, this] {
            if (isCurrent())
                m_inspector->setSubject(page->subject());
        });
        connect(page, &Page::usableChanged, this, [=, this] {
            if (isCurrent())
                refreshUsable();
        });
    }
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(m_pages->currentWidget());
}

PageId MainWindow::page() const
{
    return static_cast<PageId>(m_pages->currentIndex());
}

void MainWindow::setPage(PageId page)
{
    m_navigation->setPage(page);
    m_pages->setCurrentIndex(static_cast<int>(page));
    (*m_actions)[static_cast<Act>(static_cast<int>(Act::ShowOverview) + static_cast<int>(page))]->setChecked(true);
    const QString hint = currentPage()->searchHint();
    m_search->setEnabled(!hint.isEmpty());
    m_search->setPlaceholderText(hint.isEmpty() ? tr("Search") : hint);
    const QSignalBlocker blocker(m_search);
    m_search->setText(m_searches.value(page));
    m_inspector->setSubject(currentPage()->subject());
    setInspectorVisible(m_inspectorWanted);
    refreshUsable();
}

void MainWindow::showSubject(const Subject &subject)
{
    switch (subject.kind) {
    case ObjectKind::Rule:
        m_search->clear();
        setPage(PageId::Rules);
        break;
    case ObjectKind::Protocol:
        setPage(PageId::Protocols);
        break;
    case ObjectKind::FtpService:
        setPage(PageId::Services);
        break;
    case ObjectKind::Gateway:
        setPage(PageId::Gateways);
        break;
    }
    currentPage()->select(subject.id);
    currentPage()->focusContent();
}

void MainWindow::setFindingsVisible(bool visible)
{
    m_findingsPanel->setVisible(visible);
    (*m_actions)[Act::ShowFindings]->setChecked(visible);
}

void MainWindow::setInspectorVisible(bool visible)
{
    m_inspectorWanted = visible;
    m_inspector->setVisible(visible && currentPage()->isInspected());
    (*m_actions)[Act::ShowInspector]->setChecked(visible);
}

void MainWindow::showNotice(MessageStrip::Kind kind, const QString &text)
{
    m_notice->setMessage(kind, text);
    m_notice->show();
    refreshStrips();
}

void MainWindow::showNotice(const Error &error)
{
    m_notice->setError(error);
    m_notice->show();
    refreshStrips();
}

void MainWindow::showRestart(const RestartReport &report)
{
    const FtpService *service = m_document.ruleSet().ftpServices.find(report.service);
    const QString name = service ? service->name : report.service.text();
    if (report.succeeded) {
        showNotice(MessageStrip::Kind::Good,
            tr("%1 was restarted in %2 ms: process %3 listens on port %4 and greets with “%5”.")
                .arg(name, locale().toString(report.elapsed.count()), QString::number(report.newPid),
                    QString::number(report.port), report.banner));
        return;
    }
    showNotice(Error{ErrorCode::Refused, name, tr("%1 was not restarted.").arg(name), report.reason,
        report.lastGoodRestored ? tr("The last good configuration runs again.")
                                : tr("Look at the service's own log on its host.")});
}

void MainWindow::showFirstRunHint(bool shown)
{
    m_hint->setVisible(shown);
    refreshStrips();
}

void MainWindow::refreshStrips()
{
    m_strips->setVisible(!m_hint->isHidden() || !m_notice->isHidden());
}

} // namespace ferry::ui
