#include "models/edits/ReplaceRuleSet.h"

#include "models/edits/Difference.h"
#include "models/edits/EditText.h"

#include <utility>

namespace ferry {

ReplaceRuleSet::ReplaceRuleSet(QString name, Maker maker) : m_name(std::move(name)), m_maker(std::move(maker)) {}

Result<Change> ReplaceRuleSet::apply(RuleSet &ruleSet)
{
    if (m_maker) {
        Result<RuleSet> made = m_maker(ruleSet);
        if (!made)
            return failure(std::move(made.error()));
        m_other = std::move(*made);
        m_maker = {};
    }
    return swap(ruleSet);
}

Change ReplaceRuleSet::swap(RuleSet &ruleSet)
{
    std::swap(ruleSet, m_other);
    std::swap(ruleSet.revision, m_other.revision);
    return changeBetween(m_other, ruleSet);
}

EditPtr importRuleSet(RuleSet imported)
{
    return std::make_unique<ReplaceRuleSet>(EditText::tr("import rules"),
        [imported = std::move(imported)](const RuleSet &) -> Result<RuleSet> { return imported; });
}

EditPtr discardTo(RuleSet running)
{
    return std::make_unique<ReplaceRuleSet>(EditText::tr("discard changes"),
        [running = std::move(running)](const RuleSet &) -> Result<RuleSet> { return running; });
}

} // namespace ferry
