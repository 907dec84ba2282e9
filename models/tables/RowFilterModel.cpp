#include "models/tables/RowFilterModel.h"

#include "models/tables/RowIntervals.h"

#include <algorithm>

namespace ferry {
namespace {

// More row signals than this cost a view more than a reset.
constexpr qsizetype fewIntervals = 16;
// More changed rows than this are cheaper to look up all together.
constexpr int fewRows = 64;

} // namespace

RowFilterModel::RowFilterModel(QObject *parent) : QAbstractProxyModel(parent) {}

void RowFilterModel::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    m_rows.reset();

    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
        sourceReset();
        m_rows = isFiltering() ? std::optional(acceptedRows()) : std::nullopt;
        endResetModel();
    });
    connect(source, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) {
        if (!m_rows)
            beginInsertRows({}, first, last);
    });
    connect(source, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsAboutToBeRemoved(first, last); });
    connect(source, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeMoved, this,
        [this](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
            if (!m_rows)
                beginMoveRows({}, first, last, {}, to);
        });
    connect(source, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
            onRowMoved(first, to > first ? to - 1 : to);
        });
    connect(source, &QAbstractItemModel::dataChanged, this, &RowFilterModel::onDataChanged);

    sourceReset();
    if (isFiltering())
        m_rows = acceptedRows();
    endResetModel();
}

int RowFilterModel::firstRowFrom(int sourceRow) const
{
    return static_cast<int>(std::lower_bound(m_rows->cbegin(), m_rows->cend(), sourceRow) - m_rows->cbegin());
}

int RowFilterModel::rowOfSource(int sourceRow) const
{
    if (!m_rows)
        return sourceRow;
    const int row = firstRowFrom(sourceRow);
    return row < m_rows->size() && m_rows->at(row) == sourceRow ? row : -1;
}

QModelIndex RowFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    const bool exists = !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return exists ? createIndex(row, column) : QModelIndex();
}

QModelIndex RowFilterModel::parent(const QModelIndex &child) const
{
    Q_UNUSED(child)
    return {};
}

QModelIndex RowFilterModel::sibling(int row, int column, const QModelIndex &index) const
{
    return index.isValid() ? this->index(row, column) : QModelIndex();
}

int RowFilterModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !sourceModel())
        return 0;
    return m_rows ? static_cast<int>(m_rows->size()) : sourceModel()->rowCount();
}

int RowFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->columnCount();
}

bool RowFilterModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex RowFilterModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || !sourceModel())
        return {};
    return sourceModel()->index(sourceRow(proxyIndex.row()), proxyIndex.column());
}

QModelIndex RowFilterModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    return index(rowOfSource(sourceIndex.row()), sourceIndex.column());
}

QVariant RowFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The base class maps through the first row, which an empty result does not have.
    if (orientation == Qt::Horizontal && sourceModel())
        return sourceModel()->headerData(section, orientation, role);
    return QAbstractProxyModel::headerData(section, orientation, role);
}

QList<int> RowFilterModel::acceptedRows() const
{
    QList<int> rows;
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        if (accepts(row))
            rows << row;
    }
    return rows;
}

bool RowFilterModel::matters(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) const
{
    Q_UNUSED(topLeft)
    Q_UNUSED(bottomRight)
    Q_UNUSED(roles)
    return true;
}

void RowFilterModel::sourceRowsInserted(int first, int last)
{
    Q_UNUSED(first)
    Q_UNUSED(last)
}

void RowFilterModel::sourceRowsRemoved(int first, int last)
{
    Q_UNUSED(first)
    Q_UNUSED(last)
}

void RowFilterModel::sourceRowMoved(int from, int to)
{
    Q_UNUSED(from)
    Q_UNUSED(to)
}

void RowFilterModel::sourceRowsChanged(int first, int last)
{
    Q_UNUSED(first)
    Q_UNUSED(last)
}

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
