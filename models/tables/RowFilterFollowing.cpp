#include "models/tables/RowFilterModel.h"
#include "models/tables/RowIntervals.h"

#include <algorithm>

// How the rows that are shown follow those of the source, and the filter.

namespace ferry {
namespace {

// More row signals than this cost a view more than a reset.
constexpr qsizetype fewIntervals = 16;
// More changed rows than this are cheaper to look up all together.
constexpr int fewRows = 64;

} // namespace

void RowFilterModel::onRowsInserted(int first, int last)
{
    sourceRowsInserted(first, last);
    if (!m_rows) {
        endInsertRows();
        return;
    }
    for (auto row = m_rows->begin() + firstRowFrom(first); row != m_rows->end(); ++row)
        *row += last - first + 1;
    QList<int> accepted;
    for (int sourceRow = first; sourceRow <= last; ++sourceRow) {
        if (accepts(sourceRow))
            accepted << sourceRow;
    }
    if (accepted.isEmpty())
        return;
    const int at = firstRowFrom(first);
    beginInsertRows({}, at, at + static_cast<int>(accepted.size()) - 1);
    m_rows->insert(at, accepted.size(), 0);
    std::copy(accepted.cbegin(), accepted.cend(), m_rows->begin() + at);
    endInsertRows();
}

void RowFilterModel::onRowsAboutToBeRemoved(int first, int last)
{
    if (!m_rows) {
        beginRemoveRows({}, first, last);
        return;
    }
    const int from = firstRowFrom(first);
    const int end = firstRowFrom(last + 1);
    if (from == end)
        return;
    beginRemoveRows({}, from, end - 1);
    m_rows->remove(from, end - from);
    endRemoveRows();
}

void RowFilterModel::onRowsRemoved(int first, int last)
{
    sourceRowsRemoved(first, last);
    if (!m_rows) {
        endRemoveRows();
        return;
    }
    for (auto row = m_rows->begin() + firstRowFrom(first); row != m_rows->end(); ++row)
        *row -= last - first + 1;
}

void RowFilterModel::onRowMoved(int from, int to)
{
    sourceRowMoved(from, to);
    if (!m_rows) {
        endMoveRows();
        return;
    }
    const int row = rowOfSource(from);
    QList<int> rows = *m_rows;
    if (row >= 0)
        rows.removeAt(row);
    for (int &each : rows) {
        if (from < to && each > from && each <= to)
            --each;
        else if (to < from && each >= to && each < from)
            ++each;
    }
    if (row < 0) {
        m_rows = std::move(rows);
        return;
    }
    const auto place = std::lower_bound(rows.begin(), rows.end(), to);
    const int newRow = static_cast<int>(place - rows.begin());
    rows.insert(place, to);
    if (newRow == row) {
        m_rows = std::move(rows);
        return;
    }
    beginMoveRows({}, row, row, {}, newRow > row ? newRow + 1 : newRow);
    m_rows = std::move(rows);
    endMoveRows();
}

void RowFilterModel::recheckRow(int sourceRow)
{
    const int row = firstRowFrom(sourceRow);
    const bool shown = row < m_rows->size() && m_rows->at(row) == sourceRow;
    const bool accepted = accepts(sourceRow);
    if (shown && !accepted) {
        beginRemoveRows({}, row, row);
        m_rows->removeAt(row);
        endRemoveRows();
    } else if (accepted && !shown) {
        beginInsertRows({}, row, row);
        m_rows->insert(row, sourceRow);
        endInsertRows();
    }
}

void RowFilterModel::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const bool matter = matters(topLeft, bottomRight, roles);
    if (matter)
        sourceRowsChanged(topLeft.row(), bottomRight.row());
    if (m_rows && matter) {
        if (bottomRight.row() - topLeft.row() >= fewRows) {
            refilter();
        } else {
            for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
                recheckRow(row);
        }
    }
    const int first = m_rows ? firstRowFrom(topLeft.row()) : topLeft.row();
    const int last = (m_rows ? firstRowFrom(bottomRight.row() + 1) : bottomRight.row() + 1) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
}

void RowFilterModel::refilter()
{
    const bool filtering = isFiltering();
    if (!filtering && !m_rows)
        return;
    QList<int> rows = filtering ? acceptedRows() : QList<int>();
    if (!filtering || !m_rows) {
        beginResetModel();
        m_rows = filtering ? std::optional(std::move(rows)) : std::nullopt;
        endResetModel();
        return;
    }
    const auto gone = intervalsMissing(*m_rows, rows, fewIntervals);
    const auto added = intervalsMissing(rows, *m_rows, fewIntervals);
    if (!gone || !added) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (auto interval = gone->crbegin(); interval != gone->crend(); ++interval) {
        beginRemoveRows({}, interval->first, interval->last);
        m_rows->remove(interval->first, interval->last - interval->first + 1);
        endRemoveRows();
    }
    for (const RowInterval &interval : *added) {
        beginInsertRows({}, interval.first, interval.last);
        m_rows->insert(interval.first, interval.last - interval.first + 1, 0);
        std::copy(rows.cbegin() + interval.first, rows.cbegin() + interval.last + 1, m_rows->begin() + interval.first);
        endInsertRows();
    }
}

} // namespace ferry
