#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <utility>

namespace ferry {

/// A flat model over a list that arrives whole again and again (sessions, steps of a test, history). Replacing the
/// list signals only what differs, so that selection and scroll position stay.
template <class Item>
class ListModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    [[nodiscard]] const Item *itemAt(int row) const
    {
        return row >= 0 && row < m_items.size() ? &m_items.at(row) : nullptr;
    }

protected:
    /// What makes an item the same one in the next list; always empty for lists that only grow at the end.
    [[nodiscard]] virtual QString keyOf(const Item &item) const = 0;

    void setItems(const QList<Item> &items)
    {
        QSet<QString> keys;
        for (const Item &item : items)
            keys.insert(keyOf(item));
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (!keys.contains(keyOf(m_items.at(row))))
                removeOne(row);
        }
        for (int row = 0; row < items.size(); ++row)
            place(items.at(row), row);
        for (int row = rowCount() - 1; row >= items.size(); --row)
            removeOne(row);
    }

private:
    void place(const Item &item, int row)
    {
        int from = row;
        while (from < rowCount() && keyOf(m_items.at(from)) != keyOf(item))
            ++from;
        if (from == rowCount()) {
            beginInsertRows({}, row, row);
            m_items.insert(row, item);
            endInsertRows();
            return;
        }
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_items.move(from, row);
            endMoveRows();
        }
        if (m_items.at(row) != item) {
            m_items[row] = item;
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    void removeOne(int row)
    {
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        endRemoveRows();
    }

    QList<Item> m_items;
};

} // namespace ferry
