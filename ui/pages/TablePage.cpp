#include "ui/pages/TablePage.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

TablePage::TablePage(
    const PageContext &context, const QString &objectName, const QString &title, EmptyState *empty, QWidget *parent)
    : Page(context, objectName + u"Page"_s, title, parent)
    , m_header(new PageHeader(title, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TableView(title, objectName + u"Table"_s, this))
    , m_empty(empty)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
}

void TablePage::setRows(QAbstractItemModel *model, int idRole)
{
    m_idRole = idRole;
    m_table->setModel(model);
    connect(m_table, &TableView::opened, this, &TablePage::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePage::showMenu);
    const auto changed = [this] { refresh(); };
    connect(m_table, &TableView::currentRowChanged, this, changed);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Page::usableChanged);
    // Queued: views and selection have then taken the change in as well.
    connect(model, &QAbstractItemModel::modelReset, this, changed, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::dataChanged, this, changed, Qt::QueuedConnection);
}

void TablePage::setFace(int column, CellDelegate *delegate)
{
    m_table->setItemDelegateForColumn(column, delegate);
}

void TablePage::focusContent()
{
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus(Qt::ShortcutFocusReason);
    else if (auto *button = m_stack->currentWidget()->findChild<QPushButton *>())
        button->setFocus(Qt::ShortcutFocusReason);
}

QString TablePage::currentId() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(m_idRole).toString() : QString();
}

void TablePage::select(const QString &id)
{
    const QAbstractItemModel *model = m_table->model();
    const QModelIndexList found = model->match(model->index(0, 0), m_idRole, id, 1, Qt::MatchExactly);
    if (found.isEmpty())
        return;
    m_table->selectRowAt(found.first().row());
    m_table->scrollTo(found.first());
}

QWidget *TablePage::shown() const
{
    return m_table->model()->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table;
}

void TablePage::refresh()
{
    m_stack->setCurrentWidget(shown());
    Q_EMIT subjectChanged();
    Q_EMIT usableChanged();
}

void TablePage::showMenu(const QPoint &position)
{
    QMenu popup(this);
    for (const Act act : menu()) {
        if (act == Act::Undo)
            popup.addSeparator();
        else
            popup.addAction(context().actions[act]);
    }
    if (!popup.isEmpty())
        popup.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace ferry::ui
