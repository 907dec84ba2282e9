#pragma once

#include "models/edits/Acceptance.h"
#include "models/edits/Edit.h"
#include "models/edits/TableOf.h"

#include <functional>
#include <optional>

namespace ferry {

/// Changes one object in place. Covers every edit of a field; the factories in RuleEdits.h and its
/// neighbours give it its name and meaning.
template <class T>
class ChangeObject final : public Edit {
public:
    using Mutation = std::function<Result<void>(const RuleSet &, T &)>;

    /// `name` holds one %1 for the object's name. Edits with the same non-empty `mergeKey` on the
    /// same object, one right after the other, become one step. `mutation` runs once, on first `apply`.
    ChangeObject(typename Table<T>::IdType id, QString name, QString mergeKey, Mutation mutation)
        : m_id(std::move(id)), m_name(std::move(name)), m_mergeKey(std::move(mergeKey)), m_mutation(std::move(mutation))
    {
    }

    [[nodiscard]] QString name() const override { return m_name.arg(m_before ? m_before->name : m_id.text()); }

    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override
    {
        const T *object = tableOf<T>(ruleSet).find(m_id);
        if (!object)
            return failure(notThere(m_id.text()));
        if (!m_after) {
            T after = *object;
            if (auto mutated = m_mutation(ruleSet, after); !mutated)
                return failure(std::move(mutated.error()));
            Q_ASSERT(after.id == m_id);
            if (after == *object)
                return Change{};
            if (auto accepted = acceptable(ruleSet, after); !accepted)
                return failure(std::move(accepted.error()));
            m_before = *object;
            m_after = std::move(after);
        }
        return put(ruleSet, *m_after);
    }

    [[nodiscard]] Change undo(RuleSet &ruleSet) override { return put(ruleSet, *m_before); }

    [[nodiscard]] bool mergeWith(const Edit &next) override
    {
        const auto *same = dynamic_cast<const ChangeObject *>(&next);
        if (!same || m_mergeKey.isEmpty() || same->m_mergeKey != m_mergeKey || same->m_id != m_id)
            return false;
        m_after = same->m_after;
        return true;
    }

    [[nodiscard]] bool changesNothing() const override { return m_before == m_after; }

private:
    Change put(RuleSet &ruleSet, const T &value)
    {
        Table<T> &table = tableOf<T>(ruleSet);
        const qsizetype row = table.rowOf(m_id);
        table.replace(row, value);
        return {false, {objectChange(ObjectChange::What::Replaced, value, row)}};
    }

    typename Table<T>::IdType m_id;
    QString m_name;
    QString m_mergeKey;
    Mutation m_mutation;
    std::optional<T> m_before;
    std::optional<T> m_after;
};

} // namespace ferry
