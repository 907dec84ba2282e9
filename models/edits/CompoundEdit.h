#pragma once

#include "models/edits/Edit.h"

#include <functional>
#include <vector>

namespace ferry {

/// Several edits that are one step for a person: all of them happen, or none.
class CompoundEdit final : public Edit {
public:
    using Parts = std::vector<EditPtr>;
    /// Makes the parts out of the rule set as it is on first `apply`, or says why it cannot.
    using Recipe = std::function<Result<Parts>(const RuleSet &)>;

    CompoundEdit(QString name, Parts parts);
    CompoundEdit(QString name, Recipe recipe);

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override;
    [[nodiscard]] Change undo(RuleSet &ruleSet) override;

private:
    QString m_name;
    Recipe m_recipe;
    Parts m_parts;
};

/// For initializing Parts: std::initializer_list cannot hold what only moves.
template <class... Edits>
[[nodiscard]] CompoundEdit::Parts editParts(Edits... edits)
{
    CompoundEdit::Parts parts;
    parts.reserve(sizeof...(edits));
    (parts.push_back(std::move(edits)), ...);
    return parts;
}

} // namespace ferry
