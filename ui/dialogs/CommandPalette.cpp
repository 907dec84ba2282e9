#include "ui/dialogs/CommandPalette.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/dialogs/CommandMatch.h"
#include "ui/window/ActionName.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : ActionDialog(u"commandPalette"_s, parent), m_typed(new QLineEdit(this)), m_table(new QTableWidget(0, 2, this))
{
    setHeading(
        tr("Find an action"), tr("Type a part of its name. What cannot be done with the selection is left out."));
    // Those that open this dialog again or only hold a menu would do nothing.
    std::ranges::copy_if(actions, std::back_inserter(m_actions), [](const QAction *action) {
        return action->isEnabled() && !action->menu() && action->objectName() != u"actionFindAction"_s;
    });
    m_typed->setObjectName(u"commandTyped"_s);
    m_typed->setAccessibleName(tr("Name of the action"));
    m_typed->setPlaceholderText(tr("Name of the action"));
    m_typed->setClearButtonEnabled(true);
    m_typed->installEventFilter(this);
    m_table->setObjectName(u"commands"_s);
    m_table->setAccessibleName(tr("Actions found"));
    m_table->setHorizontalHeaderLabels({tr("What"), tr("Keys")});
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Face::Text, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    body()->addWidget(m_typed);
    body()->addWidget(m_table, 1);
    setPrimary(tr("Run"));
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &CommandPalette::commit);
    find({});
    m_typed->setFocus();
    resize(520, 560);
}

void CommandPalette::find(const QString &typed)
{
    QList<std::pair<int, QAction *>> found;
    for (QAction *action : std::as_const(m_actions)) {
        if (const auto match = commandMatch(actionName(*action), typed))
            found.emplaceBack(*match, action);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, QAction *>::first);
    m_found.clear();
    m_table->setRowCount(static_cast<int>(found.size()));
    for (const auto &[match, action] : std::as_const(found)) {
        const auto row = static_cast<int>(m_found.size());
        auto *name = cell(actionName(*action));
        name->setIcon(action->icon());
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1, cell(actionKeys(*action)));
        m_found << action;
    }
    if (m_found.isEmpty()) {
        setProblem(Error{ErrorCode::InvalidInput, {}, tr("No action is called “%1”.").arg(typed),
            tr("Either there is none, or it cannot be used with what is selected."), tr("Type less of its name.")});
        return;
    }
    setProblem({});
    m_table->setCurrentCell(0, 0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress && !m_found.isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_table->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_table->setCurrentCell(std::clamp(row, 0, m_table->rowCount() - 1), 0);
            return true;
        }
    }
    return ActionDialog::eventFilter(watched, event);
}

void CommandPalette::commit()
{
    QAction *action = m_found.value(m_table->currentRow());
    if (action == nullptr)
        return;
    accept();
    // Once this dialog is gone: what the action opens is to lie over the window.
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

} // namespace ferry::ui
