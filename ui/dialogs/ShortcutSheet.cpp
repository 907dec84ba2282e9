#include "ui/dialogs/ShortcutSheet.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/window/ActionName.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

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

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent)
    : ActionDialog(u"shortcutSheet"_s, parent)
{
    setHeading(tr("Shortcuts"), tr("Menus show them too. Tab goes from field to field, Space turns switches."));
    auto *table = new QTableWidget(0, 2, this);
    table->setObjectName(u"shortcuts"_s);
    table->setAccessibleName(tr("Shortcuts"));
    table->setHorizontalHeaderLabels({tr("What"), tr("Keys")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setShowGrid(false);
    table->setItemDelegate(new CellDelegate(CellDelegate::Face::Text, table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QAction *action : actions) {
        const QString keys = actionKeys(*action);
        if (keys.isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, cell(actionName(*action)));
        table->setItem(row, 1, cell(keys));
    }
    table->setCurrentCell(0, 0);
    body()->addWidget(table, 1);
    setDismissal({});
    setPrimary(tr("Close"));
    resize(520, 600);
}

void ShortcutSheet::commit()
{
    accept();
}

} // namespace ferry::ui
