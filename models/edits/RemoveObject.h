#pragma once

#include "models/edits/Acceptance.h"
#include "models/edits/Edit.h"
#include "models/edits/EditText.h"
#include "models/edits/References.h"
#include "models/edits/TableOf.h"

#include <optional>

namespace ferry {

/// Removes an object that nothing refers to; otherwise refuses and says by whom it is used.
template <class T>
class RemoveObject final : public Edit {
public:
    explicit RemoveObject(typename Table<T>::IdType id) : m_id(std::move(id)) {}

    [[nodiscard]] QString name() const override
    {
        return EditText::tr("remove %1").arg(m_object ? m_object->name : m_id.text());
    }

    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override
    {
        Table<T> &table = tableOf<T>(ruleSet);
        const T *object = table.find(m_id);
        if (!object)
            return failure(notThere(m_id.text()));
        if constexpr (std::is_same_v<T, ProtocolDefinition>) {
            if (object->builtIn)
                return failure(acceptable(ruleSet, *object).error());
        }
        if (const QStringList users = usersOf(ruleSet, *object); !users.isEmpty()) {
            return failure(ErrorCode::Conflict, m_id.text(), EditText::tr("\"%1\" was not removed.").arg(object->name),
                EditText::tr("It is used by %1.").arg(namedShortly(users)),
                EditText::tr("Let them use something else first, or remove them too."));
        }
        m_object = *object;
        m_row = table.rowOf(m_id);
        table.removeAt(m_row);
        return Change{false, {objectChange(ObjectChange::What::Removed, *m_object, m_row)}};
    }

    [[nodiscard]] Change undo(RuleSet &ruleSet) override
    {
        tableOf<T>(ruleSet).insert(m_row, *m_object);
        return {false, {objectChange(ObjectChange::What::Inserted, *m_object, m_row)}};
    }

private:
    typename Table<T>::IdType m_id;
    std::optional<T> m_object;
    qsizetype m_row = -1;
};

} // namespace ferry
