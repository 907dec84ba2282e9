#include "models/edits/CompoundEdit.h"

#include <utility>

namespace ferry {

CompoundEdit::CompoundEdit(QString name, Parts parts) : m_name(std::move(name)), m_parts(std::move(parts)) {}

CompoundEdit::CompoundEdit(QString name, Recipe recipe) : m_name(std::move(name)), m_recipe(std::move(recipe)) {}

Result<Change> CompoundEdit::apply(RuleSet &ruleSet)
{
    if (m_recipe) {
        Result<Parts> parts = m_recipe(ruleSet);
        if (!parts)
            return failure(std::move(parts.error()));
        m_parts = std::move(*parts);
        m_recipe = {};
    }
    Change whole;
    Parts applied;
    for (EditPtr &part : m_parts) {
        Result<Change> change = part->apply(ruleSet);
        if (!change) {
            for (auto done = applied.rbegin(); done != applied.rend(); ++done)
                (void)(*done)->undo(ruleSet);
            return change;
        }
        if (change->isEmpty())
            continue;
        whole.reset |= change->reset;
        whole.objects << change->objects;
        applied.push_back(std::move(part));
    }
    m_parts = std::move(applied);
    return whole;
}

Change CompoundEdit::undo(RuleSet &ruleSet)
{
    Change whole;
    for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part) {
        const Change change = (*part)->undo(ruleSet);
        whole.reset |= change.reset;
        whole.objects << change.objects;
    }
    return whole;
}

} // namespace ferry
