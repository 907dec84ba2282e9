#pragma once

#include "models/edits/Edit.h"

#include <functional>

namespace ferry {

/// Puts a whole new rule set in place of the old one, in one undoable step. The revision stays: it
/// counts what was saved. A small difference is told object by object, a large one as a reset.
class ReplaceRuleSet final : public Edit {
public:
    using Maker = std::function<Result<RuleSet>(const RuleSet &)>;

    ReplaceRuleSet(QString name, Maker maker);

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override;
    [[nodiscard]] Change undo(RuleSet &ruleSet) override { return swap(ruleSet); }

private:
    Change swap(RuleSet &ruleSet);

    QString m_name;
    Maker m_maker;
    RuleSet m_other;
};

/// What an import produced, replacement or merge: see models/store.
[[nodiscard]] EditPtr importRuleSet(RuleSet imported);
/// Back to `running`, the rule set as it was last applied; the way back is Undo.
[[nodiscard]] EditPtr discardTo(RuleSet running);

} // namespace ferry
