#include "models/checks/FindingStore.h"

namespace ferry {

FindingStore::FindingStore() = default;

void FindingStore::check(const RuleSet &ruleSet, const CheckFacts &facts)
{
    m_facts = facts;
    markEverything(ruleSet);
    recheck(ruleSet);
}

void FindingStore::mark(const RuleSet &ruleSet, const Change &change)
{
    Q_UNUSED(change)
    markEverything(ruleSet);
}

void FindingStore::setFacts(const RuleSet &ruleSet, const CheckFacts &facts)
{
    m_facts = facts;
    markEverything(ruleSet);
}

QList<Subject> FindingStore::recheck(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn)
{
    Q_UNUSED(ruleSet)
    Q_UNUSED(mayGoOn)
    m_dirty.clear();
    return {};
}

QList<Finding> FindingStore::findings(const RuleSet &ruleSet, const Subject &subject) const
{
    Q_UNUSED(ruleSet)
    Q_UNUSED(subject)
    return {};
}

std::optional<Severity> FindingStore::worst(const Subject &subject) const
{
    Q_UNUSED(subject)
    return std::nullopt;
}

void FindingStore::markEverything(const RuleSet &ruleSet){Q_UNUSED(ruleSet)}

QList<Finding> checkRuleSet(const RuleSet &ruleSet, const CheckFacts &facts)
{
    Q_UNUSED(ruleSet)
    Q_UNUSED(facts)
    return {};
}

} // namespace ferry
