#include "ui/pages/HistoryPage.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

HistoryPage::HistoryPage(const PageContext &context, HistoryModel &history, QWidget *parent)
    : TablePage(context, u"history"_s, tr("History"),
          new EmptyState(u"history"_s, tr("Nothing was applied yet"),
              tr("Each Apply is kept here with who, when and why, what it changed, and whether it was confirmed or "
                 "went back.")),
          parent)
    , m_history(history)
    , m_details(new QLabel(this))
{
    header()->setNote(tr("What was applied, newest first."));
    setRows(&history, HistoryModel::TransactionRole);
    table()->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        setFace(column,
            new CellDelegate(
                column == HistoryModel::GenerationColumn ? CellDelegate::Face::Fixed : CellDelegate::Face::Text,
                table()));
    table()->setColumnWidths({170, 110, {240, 150}, {280, 160}, {220, 140}, 128}, HistoryModel::WhatColumn);
    m_details->setObjectName(u"historyDetails"_s);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setContentsMargins(metrics::margin, 10, metrics::margin, 10);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_details);
    refresh();
}

void HistoryPage::refresh()
{
    const ApplyRecord *record = m_history.itemAt(table()->currentRow());
    m_details->setVisible(record != nullptr);
    if (record != nullptr) {
        QStringList lines{tr("%1 from %2, generation %3").arg(record->who, record->from, record->generation.left(12))};
        for (const QString &what : record->what)
            lines << u"•  "_s + what;
        m_details->setText(lines.join(u'\n'));
    }
    TablePage::refresh();
}

} // namespace ferry::ui
