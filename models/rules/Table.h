#pragma once

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace ferry {

/// An ordered list of objects with an `id` member, found by id in constant time. Ids are unique.
/// Implicitly shared: a copy costs nothing until one side changes. Insertion, removal and moves
/// shift the positions behind them, replacement does not.
template <class Object>
class Table {
public:
    using IdType = decltype(Object::id);
    using const_iterator = typename QList<Object>::const_iterator;

    Table() = default;
    /// The ids in `objects` must be unique.
    explicit Table(QList<Object> objects) : m_objects(std::move(objects)) { reindex(0, m_objects.size()); }

    [[nodiscard]] qsizetype size() const { return m_objects.size(); }
    [[nodiscard]] bool isEmpty() const { return m_objects.isEmpty(); }
    [[nodiscard]] const Object &at(qsizetype row) const { return m_objects.at(row); }
    [[nodiscard]] const QList<Object> &objects() const { return m_objects; }
    [[nodiscard]] const_iterator begin() const { return m_objects.cbegin(); }
    [[nodiscard]] const_iterator end() const { return m_objects.cend(); }

    [[nodiscard]] bool contains(const IdType &id) const { return m_rows.contains(id); }
    /// The row of the object, or -1.
    [[nodiscard]] qsizetype rowOf(const IdType &id) const { return m_rows.value(id, -1); }
    /// The object, valid until the next change, or nullptr.
    [[nodiscard]] const Object *find(const IdType &id) const
    {
        const qsizetype row = rowOf(id);
        return row < 0 ? nullptr : &m_objects.at(row);
    }

    /// `object.id` must be new; 0 <= row <= size().
    void insert(qsizetype row, Object object)
    {
        Q_ASSERT(!contains(object.id));
        m_objects.insert(row, std::move(object));
        reindex(row, m_objects.size());
    }
    void append(Object object) { insert(size(), std::move(object)); }

    /// Replaces the object in `row`; its id may change to one that is new.
    void replace(qsizetype row, Object object)
    {
        if (m_objects.at(row).id != object.id) {
            Q_ASSERT(!contains(object.id));
            m_rows.remove(m_objects.at(row).id);
            m_rows.insert(object.id, row);
        }
        m_objects[row] = std::move(object);
    }
    void removeAt(qsizetype row)
    {
        m_rows.remove(m_objects.at(row).id);
        m_objects.removeAt(row);
        reindex(row, m_objects.size());
    }
    /// Afterwards the object that was in `from` is in `to`.
    void move(qsizetype from, qsizetype to)
    {
        m_objects.move(from, to);
        reindex(std::min(from, to), std::max(from, to) + 1);
    }

    friend bool operator==(const Table &a, const Table &b) { return a.m_objects == b.m_objects; }

private:
    void reindex(qsizetype first, qsizetype end)
    {
        for (qsizetype row = first; row < end; ++row)
            m_rows.insert(m_objects.at(row).id, row);
    }

    QList<Object> m_objects;
    QHash<IdType, qsizetype> m_rows;
};

} // namespace ferry
