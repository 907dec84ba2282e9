#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace ferry::test {

/// What a view knows that believes every signal and never looks twice: the text of each row, moved, removed and read
/// again only as told. Must always be what the model says.
class RowMirror : public QObject {
public:
    explicit RowMirror(QAbstractItemModel *model) : m_model(model)
    {
        readAll();
        connect(model, &QAbstractItemModel::modelReset, this, [this] { ++m_resets, readAll(); });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, rowText(row));
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { m_rows.remove(first, last - first + 1); });
        connect(model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
                m_rows.move(first, to > first ? to - 1 : to);
            });
        connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row)
                m_rows[row] = rowText(row);
        });
    }

    [[nodiscard]] bool isTrue() const
    {
        if (m_rows.size() != m_model->rowCount())
            return false;
        for (int row = 0; row < m_rows.size(); ++row) {
            if (m_rows.at(row) != rowText(row))
                return false;
        }
        return true;
    }
    [[nodiscard]] int resets() const { return m_resets; }

private:
    [[nodiscard]] QString rowText(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex index = m_model->index(row, column);
            cells << index.data().toString() + index.data(Qt::CheckStateRole).toString();
        }
        return cells.join(u'|');
    }
    void readAll()
    {
        m_rows.clear();
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_rows << rowText(row);
    }

    QAbstractItemModel *m_model;
    QStringList m_rows;
    int m_resets = 0;
};

} // namespace ferry::test
