#include "ui/dialogs/ProblemsDialog.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

enum Column { LineColumn, ColumnColumn, PlaceColumn, ReasonColumn, ColumnCount };

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

QString number(int value)
{
    return value > 0 ? QString::number(value) : QString();
}

} // namespace

ProblemsDialog::ProblemsDialog(const QString &fileName, const LoadProblems &problems, QWidget *parent)
    : ActionDialog(u"problemsDialog"_s, parent)
{
    setHeading(tr("%1 was not read").arg(fileName.section(u'/', -1)),
        tr("%n things in it cannot be used. Nothing was changed.", nullptr, static_cast<int>(problems.size())));

    auto *table = new QTableWidget(static_cast<int>(problems.size()), ColumnCount, this);
    table->setObjectName(u"problems"_s);
    table->setAccessibleName(tr("Problems"));
    table->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Place"), tr("Why, and what to do")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setShowGrid(false);
    table->setItemDelegate(new CellDelegate(CellDelegate::Face::Fixed, table));
    table->setItemDelegateForColumn(ReasonColumn, new CellDelegate(CellDelegate::Face::Text, table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    for (int row = 0; row < problems.size(); ++row) {
        const LoadProblem &problem = problems[row];
        table->setItem(row, LineColumn, cell(number(problem.line)));
        table->setItem(row, ColumnColumn, cell(number(problem.column)));
        table->setItem(row, PlaceColumn, cell(problem.pointer.isEmpty() ? tr("whole file") : problem.pointer));
        table->setItem(row, ReasonColumn, cell(u"%1 %2"_s.arg(problem.error.why, problem.error.remedy).trimmed()));
    }
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setCurrentCell(0, 0);

    QLabel *whole = makeParagraph({}, this);
    whole->setObjectName(u"problemText"_s);
    const auto showWhole = [whole, problems](int row) {
        whole->setText(row >= 0 && row < problems.size() ? problems[row].error.text() : QString());
    };
    connect(table, &QTableWidget::currentCellChanged, this, showWhole);
    showWhole(0);
    body()->addWidget(table, 1);
    body()->addWidget(whole);

    QPushButton *copy = addFooterButton(tr("&Copy all"), u"copyProblems"_s);
    connect(copy, &QPushButton::clicked, this,
        [text = describe(problems, fileName)] { QGuiApplication::clipboard()->setText(text); });
    setDismissal({});
    setPrimary(tr("Close"));
    resize(860, 480);
}

void ProblemsDialog::commit()
{
    accept();
}

} // namespace ferry::ui
