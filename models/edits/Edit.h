#pragma once

#include "models/base/Result.h"
#include "models/edits/Change.h"
#include "models/rules/RuleSet.h"

#include <memory>

namespace ferry {

/// One undoable step, told in domain terms: it knows ids, never widgets or model indexes.
/// `undo` right after `apply` restores the rule set exactly.
class Edit {
public:
    virtual ~Edit() = default;

    /// For menus: "Undo switch filter off on Partner upload" shows everything behind "Undo".
    [[nodiscard]] virtual QString name() const = 0;

    /// Changes `ruleSet` and says how, or changes nothing and says why. An empty Change means that
    /// there was nothing to do: the edit then drops out of the stack.
    [[nodiscard]] virtual Result<Change> apply(RuleSet &ruleSet) = 0;
    [[nodiscard]] virtual Change undo(RuleSet &ruleSet) = 0;

    /// Takes `next`, which was applied right after this one, into this edit (typing in one field).
    /// Gives false where the two are separate steps.
    [[nodiscard]] virtual bool mergeWith(const Edit &next)
    {
        Q_UNUSED(next)
        return false;
    }

    /// True for an edit that, after merging, ends where it began (a letter typed and taken back).
    [[nodiscard]] virtual bool changesNothing() const { return false; }
};

using EditPtr = std::unique_ptr<Edit>;

} // namespace ferry
