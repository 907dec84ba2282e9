#include "ui/pages/LogPage.h"

#include "models/wire/ResultCode.h"
#include "ui/delegates/CellDelegate.h"
#include "ui/delegates/LogCellDelegate.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"
#include "ui/window/LiveState.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

LogPage::LogPage(const PageContext &context, LogModel &log, QWidget *parent)
    : TablePage(context, u"log"_s, tr("Live log"),
          new EmptyState(u"log"_s, tr("No log lines yet"),
              tr("Every connection that a gateway accepts, denies or ends is written here, with the reason and who "
                 "caused it. Lines appear as soon as a gateway is connected and a client comes.")),
          parent)
    , m_log(log)
    , m_found(new LogFilterModel(&log, this))
    , m_noHit(new EmptyState(
          u"search"_s, tr("No line found"), tr("No line matches the search. New lines that match appear here."), this))
    , m_all(makeButton(tr("Show all lines"), u"logShowAll"_s, this, ButtonRole::Quiet, u"filter"_s))
    , m_pause(makeButton(tr("Pause"), u"logPause"_s, this, ButtonRole::Ordinary, u"pause"_s))
    , m_details(new QLabel(this))
{
    stack()->addWidget(m_noHit);
    m_pause->setCheckable(true);
    m_all->hide();
    header()->addWidget(m_all);
    header()->addWidget(m_pause);
    setRows(m_found, LogModel::RuleIdRole);
    table()->setSelectionMode(QAbstractItemView::SingleSelection);
    table()->verticalHeader()->setDefaultSectionSize(26);
    table()->verticalHeader()->setMinimumSectionSize(26);
    for (int column = 0; column < LogModel::ColumnCount; ++column)
        setFace(column, new LogCellDelegate(column, table()));
    table()->setColumnWidths(
        {128, {120, 80}, {150, 110}, 60, {168, 160}, {172, 150}, {170, 120}, {240, 140}, 72, {296, 112}, {320, 100}},
        LogModel::TextColumn);

    m_details->setObjectName(u"logDetails"_s);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setContentsMargins(metrics::margin, 10, metrics::margin, 10);
    m_details->setMinimumHeight(56);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_details);

    connect(table(), &TableView::currentRowChanged, this, &LogPage::showDetails);
    connect(m_pause, &QPushButton::toggled, this, &LogPage::setPaused);
    connect(m_all, &QPushButton::clicked, this, [this] {
        LogFilter filter;
        filter.text = m_found->filter().text;
        setFilter(filter);
    });
    disconnect(table(), &QWidget::customContextMenuRequested, this, nullptr);
    connect(table(), &QWidget::customContextMenuRequested, this, &LogPage::showLineMenu);
    connect(&context.live, &LiveState::logAppended, this, &LogPage::take);
    take(context.live.recentLog());
    refresh();
    showDetails();
}

QString LogPage::searchHint() const
{
    return tr("Search the log");
}

void LogPage::search(const QString &text)
{
    LogFilter filter = m_found->filter();
    filter.text = text;
    setFilter(filter);
}

void LogPage::setFilter(const LogFilter &filter)
{
    m_found->setFilter(filter);
    LogFilter textOnly;
    textOnly.text = filter.text;
    m_all->setVisible(filter != textOnly);
    refresh();
    table()->scrollToBottom();
}

Subject LogPage::subject() const
{
    return currentId().isEmpty() ? Subject{} : Subject{ObjectKind::Rule, currentId()};
}

QSet<Act> LogPage::usable() const
{
    return {Act::PauseLog, Act::ClearLog};
}

void LogPage::run(Act act)
{
    if (act == Act::PauseLog) {
        m_pause->setChecked(!m_paused);
    } else if (act == Act::ClearLog) {
        m_waiting.clear();
        m_log.clear();
        showDetails();
    }
}

bool LogPage::isAtEnd() const
{
    const QScrollBar *bar = table()->verticalScrollBar();
    return bar->value() >= bar->maximum() - 1;
}

void LogPage::take(const QList<LogEntry> &entries)
{
    if (m_paused) {
        m_waiting += entries;
        refresh();
        return;
    }
    const bool follow = isAtEnd();
    m_log.append(entries);
    if (follow)
        table()->scrollToBottom();
}

void LogPage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    context().actions[Act::PauseLog]->setChecked(paused);
    if (!paused) {
        const QList<LogEntry> waiting = std::exchange(m_waiting, {});
        take(waiting);
        table()->scrollToBottom();
    }
    refresh();
}

QWidget *LogPage::shown() const
{
    if (m_log.rowCount() > 0 && m_found->rowCount() == 0)
        return m_noHit;
    return TablePage::shown();
}

void LogPage::refresh()
{
    const QString lines = tr("%n lines", nullptr, m_found->rowCount());
    if (m_paused)
        header()->setNote(tr("Paused. %n new lines wait.", nullptr, static_cast<int>(m_waiting.size())));
    else if (m_found->showsEverything())
        header()->setNote(lines);
    else
        header()->setNote(tr("%1 of %2 found").arg(lines, QLocale().toString(m_log.rowCount())));
    TablePage::refresh();
}

void LogPage::showDetails()
{
    const int row = table()->currentRow();
    if (row < 0 || row >= m_found->rowCount()) {
        m_details->setText(tr("Select a line to read what its result code means."));
        return;
    }
    const LogEntry &entry = m_found->entryAt(row);
    QStringList parts;
    if (!entry.text.isEmpty())
        parts << entry.text;
    if (entry.resultCode != 0)
        parts << u"%1: %2"_s.arg(resultCodeText(entry.resultCode), resultCodeMeaning(entry.resultCode));
    m_details->setText(parts.isEmpty() ? tr("This line has no result code.") : parts.join(u'\n'));
}

void LogPage::showLineMenu(const QPoint &position)
{
    const QModelIndex index = table()->indexAt(position);
    if (!index.isValid())
        return;
    const LogEntry entry = m_found->entryAt(index.row());
    QMenu menu(this);
    const auto only = [&](const QString &label, bool offered, auto change) {
        if (!offered)
            return;
        connect(menu.addAction(label), &QAction::triggered, this, [this, change] {
            LogFilter filter = m_found->filter();
            change(filter);
            setFilter(filter);
        });
    };
    only(tr("Only this session"), entry.session != 0, [entry](LogFilter &filter) {
        filter.session = entry.session;
        filter.gateway = entry.gateway;
    });
    only(tr("Only this rule"), !entry.rule.isNull(), [entry](LogFilter &filter) { filter.rule = entry.rule; });
    only(tr("Only this result code"), entry.resultCode != 0,
        [entry](LogFilter &filter) { filter.resultCode = entry.resultCode; });
    only(tr("Show all lines"), true, [](LogFilter &filter) { filter = LogFilter{}; });
    menu.addSeparator();
    menu.addAction(context().actions[Act::PauseLog]);
    menu.addAction(context().actions[Act::ClearLog]);
    menu.exec(table()->viewport()->mapToGlobal(position));
}

} // namespace ferry::ui
