#include "models/tables/RowFilterModel.h"

#include <algorithm>

namespace ferry {

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

} // namespace ferry
