#pragma once

#include "models/edits/Document.h"
#include "models/edits/TableOf.h"

#include <QAbstractTableModel>
#include <QScopedValueRollback>

#include <utility>

namespace ferry {

/// The rows of one table of the document. Turns each Change into precise row signals; views never see
/// a reset for a small change. Derived classes add columns.
///
/// The model keeps the order of the ids itself, because a Change tells of steps that the rule set has
/// all taken already: while the first of two removals is being signalled, the second object is still a
/// row here and gone there.
template <class T>
class ObjectTableModel : public QAbstractTableModel {
public:
    using IdType = typename Table<T>::IdType;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
    }

    [[nodiscard]] IdType idAt(int row) const { return row >= 0 && row < m_ids.size() ? m_ids.at(row) : IdType(); }
    /// The row of the object, or -1.
    [[nodiscard]] int rowOf(const IdType &id) const
    {
        const qsizetype row = table().rowOf(id);
        if (row >= 0 && row < m_ids.size() && m_ids.at(row) == id)
            return static_cast<int>(row);
        // While a change is being followed, the rows here are not the rows there yet.
        return row >= 0 || m_isFollowing ? static_cast<int>(m_ids.indexOf(id)) : -1;
    }
    /// The object in the row, or nullptr while its removal is being signalled.
    [[nodiscard]] const T *objectAt(int row) const
    {
        if (row < 0 || row >= m_ids.size())
            return nullptr;
        if (row < table().size() && table().at(row).id == m_ids.at(row))
            return &table().at(row);
        return table().find(m_ids.at(row));
    }

protected:
    ObjectTableModel(Document *document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
    {
        readIds();
        connect(document, &Document::changed, this, [this](const Change &change) { follow(change); });
    }

    [[nodiscard]] Document &document() const { return *m_document; }
    [[nodiscard]] const RuleSet &ruleSet() const { return m_document->ruleSet(); }

    /// A column that shows the place of the row, or -1. Its cells are told to be changed after rows moved.
    [[nodiscard]] virtual int numberColumn() const { return -1; }
    /// The place to show for the row, counted from 1. While an insertion or removal is being signalled, rows
    /// behind it still have their old number, as a model must not change unsignalled.
    [[nodiscard]] int numberOf(int row) const { return row + 1 - (row >= m_shiftedFrom ? m_shiftedBy : 0); }

    /// Objects of other tables changed; by default every cell may show something of them.
    virtual void othersChanged() { touchRows(0, rowCount() - 1); }
    /// Called before the signals of a change, for what derived classes keep about the rule set.
    virtual void aboutToFollow(const Change &change) { Q_UNUSED(change) }

    void touchRows(int first, int last)
    {
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

private:
    [[nodiscard]] const Table<T> &table() const { return tableOf<T>(m_document->ruleSet()); }

    void readIds()
    {
        m_ids.clear();
        m_ids.reserve(table().size());
        for (const T &object : table())
            m_ids << object.id;
    }

    void follow(const Change &change)
    {
        const QScopedValueRollback following(m_isFollowing, true);
        aboutToFollow(change);
        if (change.reset) {
            beginResetModel();
            readIds();
            endResetModel();
            return;
        }
        bool others = false;
        for (const ObjectChange &object : change.objects) {
            if (object.kind == TableOf<T>::kind)
                follow(object);
            else
                others = true;
        }
        if (others)
            othersChanged();
    }

    void follow(const ObjectChange &change)
    {
        const int row = static_cast<int>(change.row);
        const IdType id = IdType::fromTrusted(change.id);
        switch (change.what) {
        case ObjectChange::What::Inserted:
            beginInsertRows({}, row, row);
            m_ids.insert(row, id);
            shiftNumbers(row + 1, 1);
            endInsertRows();
            showNumbers(row + 1, rowCount() - 1);
            break;
        case ObjectChange::What::Removed:
            beginRemoveRows({}, row, row);
            m_ids.removeAt(row);
            shiftNumbers(row, -1);
            endRemoveRows();
            showNumbers(row, rowCount() - 1);
            break;
        case ObjectChange::What::Replaced:
            touchRows(row, row);
            break;
        case ObjectChange::What::Moved: {
            const int to = static_cast<int>(change.to);
            beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
            m_ids.move(row, to);
            endMoveRows();
            showNumbers(std::min(row, to), std::max(row, to));
            break;
        }
        }
    }

    void shiftNumbers(int from, int by)
    {
        m_shiftedFrom = from;
        m_shiftedBy = by;
    }

    void showNumbers(int first, int last)
    {
        m_shiftedBy = 0;
        if (numberColumn() >= 0 && first <= last)
            Q_EMIT dataChanged(index(first, numberColumn()), index(last, numberColumn()), {Qt::DisplayRole});
    }

    Document *m_document;
    QList<IdType> m_ids;
    bool m_isFollowing = false;
    int m_shiftedFrom = 0;
    int m_shiftedBy = 0;
};

} // namespace ferry
