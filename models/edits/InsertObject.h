#pragma once

#include "models/edits/Acceptance.h"
#include "models/edits/Edit.h"
#include "models/edits/EditText.h"
#include "models/edits/TableOf.h"

#include <algorithm>

namespace ferry {

/// Adds an object; its id must be new.
template <class T>
class InsertObject final : public Edit {
public:
    /// `row` behind the end (or -1) appends.
    InsertObject(T object, qsizetype row) : m_object(std::move(object)), m_row(row) {}

    [[nodiscard]] QString name() const override { return EditText::tr("add %1").arg(m_object.name); }

    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override
    {
        Table<T> &table = tableOf<T>(ruleSet);
        if (table.contains(m_object.id)) {
            return failure(ErrorCode::Conflict, m_object.id.text(),
                EditText::tr("\"%1\" was not added.").arg(m_object.name),
                EditText::tr("The id %1 is taken.").arg(m_object.id.text()), EditText::tr("Choose another id."));
        }
        if (auto accepted = acceptable(ruleSet, m_object); !accepted)
            return failure(std::move(accepted.error()));
        m_row = m_row < 0 ? table.size() : std::min(m_row, table.size());
        table.insert(m_row, m_object);
        return Change{false, {objectChange(ObjectChange::What::Inserted, m_object, m_row)}};
    }

    [[nodiscard]] Change undo(RuleSet &ruleSet) override
    {
        tableOf<T>(ruleSet).removeAt(m_row);
        return {false, {objectChange(ObjectChange::What::Removed, m_object, m_row)}};
    }

private:
    T m_object;
    qsizetype m_row;
};

} // namespace ferry
