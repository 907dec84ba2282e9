#include "models/tables/HistoryModel.h"

#include "models/tables/TableText.h"

#include <QLocale>

namespace ferry {
namespace {

constexpr qsizetype shortGeneration = 12;

}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return TableText::tr("When");
    case WhoColumn:
        return TableText::tr("Who");
    case WhyColumn:
        return TableText::tr("Why");
    case WhatColumn:
        return TableText::tr("What");
    case OutcomeColumn:
        return TableText::tr("Result");
    case GenerationColumn:
        return TableText::tr("Generation");
    default:
        return {};
    }
}

QString HistoryModel::keyOf(const ApplyRecord &record) const
{
    // One transaction has a record on each node.
    return record.transaction + u'/' + record.generation;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const ApplyRecord *record = itemAt(index.row());
    if (!record)
        return {};
    switch (role) {
    case TransactionRole:
        return record->transaction;
    case GenerationRole:
        return record->generation;
    case WhenRole:
        return record->when;
    case WhatRole:
        return record->what;
    case FromRole:
        return record->from;
    case Qt::ToolTipRole:
        return record->what.join(u'\n');
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case WhenColumn:
        return QLocale().toString(record->when.toLocalTime(), QLocale::ShortFormat);
    case WhoColumn:
        return record->who;
    case WhyColumn:
        return record->why.isEmpty() ? noValue() : record->why;
    case WhatColumn:
        return record->what.size() == 1 ? record->what.first()
                                        : TableText::tr("%n changes", nullptr, static_cast<int>(record->what.size()));
    case OutcomeColumn:
        return record->outcome;
    case GenerationColumn:
        return record->generation.left(shortGeneration);
    default:
        return {};
    }
}

} // namespace ferry
