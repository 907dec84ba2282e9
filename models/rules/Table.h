#pragma once

#include <QHash>
#include <QList>
#include <QSharedData>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ferry {

/// An ordered list of objects with an `id` member, found by id in constant time. Ids are unique.
///
/// Made for 100,000 objects of which one changes: a copy costs nothing until one side changes, and then as much as a
/// list of pointers, since the objects themselves stay shared. Insertion, removal and moves shift small numbers only:
/// ids lead to slots, which never change, and slots to rows.
template <class Object>
class Table {
public:
    using IdType = decltype(Object::id);
    class const_iterator;

    Table() = default;
    /// The ids in `objects` must be unique.
    explicit Table(QList<Object> objects)
    {
        reserve(objects.size());
        for (Object &object : objects)
            append(std::move(object));
    }

    void reserve(qsizetype size)
    {
        m_nodes.reserve(size);
        m_slots.reserve(size);
        m_rowOfSlot.reserve(size);
        m_slotOfRow.reserve(size);
    }

    [[nodiscard]] qsizetype size() const { return m_nodes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_nodes.isEmpty(); }
    [[nodiscard]] const Object &at(qsizetype row) const { return m_nodes.at(row)->object; }
    [[nodiscard]] const_iterator begin() const { return const_iterator(m_nodes.constData()); }
    [[nodiscard]] const_iterator end() const { return const_iterator(m_nodes.constData() + m_nodes.size()); }
    /// A list of its own: for few objects.
    [[nodiscard]] QList<Object> objects() const { return QList<Object>(begin(), end()); }

    [[nodiscard]] bool contains(const IdType &id) const { return m_slots.contains(id); }
    /// The row of the object, or -1.
    [[nodiscard]] qsizetype rowOf(const IdType &id) const
    {
        const auto slot = m_slots.constFind(id);
        return slot == m_slots.cend() ? -1 : m_rowOfSlot.at(*slot);
    }
    /// The object, valid until the next change, or nullptr.
    [[nodiscard]] const Object *find(const IdType &id) const
    {
        const qsizetype row = rowOf(id);
        return row < 0 ? nullptr : &at(row);
    }

    /// `object.id` must be new; 0 <= row <= size().
    void insert(qsizetype row, Object object)
    {
        Q_ASSERT(!contains(object.id));
        const int slot = m_freeSlots.isEmpty() ? static_cast<int>(m_rowOfSlot.size()) : m_freeSlots.takeLast();
        if (slot == m_rowOfSlot.size())
            m_rowOfSlot.append(0);
        m_slots.insert(object.id, slot);
        m_slotOfRow.insert(row, slot);
        m_nodes.insert(row, NodePointer(new Node(std::move(object))));
        renumber(row, size());
    }
    void append(Object object) { insert(size(), std::move(object)); }

    /// Replaces the object in `row`; its id may change to one that is new.
    void replace(qsizetype row, Object object)
    {
        if (at(row).id != object.id) {
            Q_ASSERT(!contains(object.id));
            m_slots.remove(at(row).id);
            m_slots.insert(object.id, m_slotOfRow.at(row));
        }
        m_nodes[row] = NodePointer(new Node(std::move(object)));
    }
    void removeAt(qsizetype row)
    {
        m_slots.remove(at(row).id);
        m_freeSlots.append(m_slotOfRow.takeAt(row));
        m_nodes.removeAt(row);
        renumber(row, size());
    }
    /// Afterwards the object that was in `from` is in `to`.
    void move(qsizetype from, qsizetype to)
    {
        m_nodes.move(from, to);
        m_slotOfRow.move(from, to);
        renumber(std::min(from, to), std::max(from, to) + 1);
    }

    /// The objects in `rows`, each at most once, in that order. They stay shared with this table.
    [[nodiscard]] Table picked(const QList<qsizetype> &rows) const
    {
        Table picked;
        picked.reserve(rows.size());
        for (const qsizetype row : rows) {
            const int slot = static_cast<int>(picked.size());
            picked.m_slots.insert(at(row).id, slot);
            picked.m_rowOfSlot.append(slot);
            picked.m_slotOfRow.append(slot);
            picked.m_nodes.append(m_nodes.at(row));
        }
        return picked;
    }
    template <class Predicate>
    [[nodiscard]] Table filtered(Predicate isWanted) const
    {
        QList<qsizetype> rows;
        for (qsizetype row = 0; row < size(); ++row) {
            if (isWanted(at(row)))
                rows << row;
        }
        return picked(rows);
    }

    /// True if both are copies of one another that nobody has changed: found without looking at the objects.
    [[nodiscard]] bool isSharedWith(const Table &other) const
    {
        return m_nodes.constData() == other.m_nodes.constData() && size() == other.size();
    }
    /// Whether the object in `row` equals the one in `otherRow` of `other`, found at once where they share it.
    [[nodiscard]] bool isSame(qsizetype row, const Table &other, qsizetype otherRow) const
    {
        return m_nodes.at(row) == other.m_nodes.at(otherRow) || at(row) == other.at(otherRow);
    }

    friend bool operator==(const Table &a, const Table &b)
    {
        if (a.isSharedWith(b))
            return true;
        if (a.size() != b.size())
            return false;
        for (qsizetype row = 0; row < a.size(); ++row) {
            if (!a.isSame(row, b, row))
                return false;
        }
        return true;
    }

private:
    struct Node : QSharedData {
        explicit Node(Object given) : object(std::move(given)) {}
        const Object object;
    };
    using NodePointer = QExplicitlySharedDataPointer<const Node>;

    void renumber(qsizetype first, qsizetype end)
    {
        int *rows = m_rowOfSlot.data();
        const int *slots = m_slotOfRow.constData();
        for (qsizetype row = first; row < end; ++row)
            rows[slots[row]] = static_cast<int>(row);
    }

    QList<NodePointer> m_nodes;
    QHash<IdType, int> m_slots;
    QList<int> m_rowOfSlot;
    QList<int> m_slotOfRow;
    QList<int> m_freeSlots;
};

/// Walks over the objects of a Table, which must not change meanwhile.
template <class Object>
class Table<Object>::const_iterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = Object;
    using difference_type = qsizetype;
    using pointer = const Object *;
    using reference = const Object &;

    const_iterator() = default;

    reference operator*() const { return (*m_node)->object; }
    pointer operator->() const { return &(*m_node)->object; }
    reference operator[](difference_type by) const { return m_node[by]->object; }
    const_iterator &operator+=(difference_type by)
    {
        m_node += by;
        return *this;
    }
    const_iterator &operator-=(difference_type by) { return *this += -by; }
    const_iterator &operator++() { return *this += 1; }
    const_iterator &operator--() { return *this -= 1; }
    const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
    const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend const_iterator operator+(const_iterator it, difference_type by) { return it += by; }
    friend const_iterator operator+(difference_type by, const_iterator it) { return it += by; }
    friend const_iterator operator-(const_iterator it, difference_type by) { return it -= by; }
    friend difference_type operator-(const_iterator a, const_iterator b) { return a.m_node - b.m_node; }
    friend bool operator==(const const_iterator &, const const_iterator &) = default;
    friend auto operator<=>(const const_iterator &, const const_iterator &) = default;

private:
    friend class Table;
    explicit const_iterator(const NodePointer *node) : m_node(node) {}

    const NodePointer *m_node = nullptr;
};

} // namespace ferry
