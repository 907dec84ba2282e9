#include "models/checks/FindingStore.h"

#include "models/checks/CheckList.h"
#include "models/checks/Subjects.h"

#include <algorithm>
#include <utility>

namespace ferry {
namespace {

constexpr int subjectsBetweenQuestions = 64;

bool holds(const QList<FindingKey> &keys, const Finding &finding)
{
    return std::any_of(keys.cbegin(), keys.cend(),
        [&](const FindingKey &key) { return key.code == finding.code && key.part == finding.part; });
}

} // namespace

FindingStore::FindingStore() = default;

void FindingStore::check(const RuleSet &ruleSet, const CheckFacts &facts)
{
    m_facts = facts;
    markEverything(ruleSet);
    recheck(ruleSet);
}

bool FindingStore::indexRules(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn)
{
    for (int indexed = 1; !m_unindexed.empty(); ++indexed) {
        const RuleId rule = std::move(m_unindexed.back());
        m_unindexed.pop_back();
        if (m_isIndexNew) {
            m_index.update(ruleSet, rule, CheckIndex::Order::Same, nullptr); // everything is marked
        } else {
            QSet<RuleId> touched;
            m_index.update(ruleSet, rule, CheckIndex::Order::Same, &touched);
            markRules(touched.values());
            markSubject(subjectOf(rule));
        }
        if (mayGoOn && indexed % subjectsBetweenQuestions == 0 && !mayGoOn())
            return false;
    }
    m_isIndexNew = false;
    return true;
}

QList<Subject> FindingStore::recheck(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn)
{
    if (!indexRules(ruleSet, mayGoOn))
        return {};
    QList<Subject> changed;
    for (int checked = 1; !m_queue.empty(); ++checked) {
        const Subject subject = std::move(m_queue.back());
        m_queue.pop_back();
        m_dirty.remove(subject);
        if (replaceKeys(subject, keysOf(ruleSet, subject)))
            changed << subject;
        if (mayGoOn && checked % subjectsBetweenQuestions == 0 && !mayGoOn())
            break;
    }
    return changed;
}

bool FindingStore::replaceKeys(const Subject &subject, QList<FindingKey> keys)
{
    const auto known = m_keys.find(subject);
    if (known == m_keys.end() ? keys.isEmpty() : *known == keys)
        return false;
    if (known != m_keys.end()) {
        for (const FindingKey &key : *known)
            --m_counts[static_cast<std::size_t>(key.severity)];
    }
    for (const FindingKey &key : std::as_const(keys))
        ++m_counts[static_cast<std::size_t>(key.severity)];
    if (keys.isEmpty())
        m_keys.erase(known);
    else
        m_keys.insert(subject, keys);
    return true;
}

QList<FindingKey> FindingStore::keysOf(const RuleSet &ruleSet, const Subject &subject) const
{
    FindingSink sink(subject, FindingSink::Words::Skip);
    checkSubject({ruleSet, m_facts, m_index}, subject, sink);
    return sink.takeKeys();
}

QList<Finding> FindingStore::findings(const RuleSet &ruleSet, const Subject &subject) const
{
    FindingSink sink(subject, FindingSink::Words::Make);
    checkSubject({ruleSet, m_facts, m_index}, subject, sink);
    return sink.takeFindings();
}

QList<Finding> FindingStore::preview(const RuleSet &now, const RuleSet &then, const Change &change)
{
    indexRules(now, {});
    if (change.reset)
        return previewEverything(then);

    // What is marked stays so, and is not looked at: the index goes to `then` and back again.
    const auto queue = std::exchange(m_queue, {});
    const QSet<Subject> dirty = std::exchange(m_dirty, {});
    mark(then, change);
    indexRules(then, {});
    std::vector<Subject> touched = std::exchange(m_queue, {});
    std::sort(touched.begin(), touched.end(),
        [&](const Subject &a, const Subject &b) { return placeOf(then, a) < placeOf(then, b); });
    std::vector<QList<Finding>> found;
    found.reserve(touched.size());
    for (const Subject &subject : touched)
        found.push_back(findings(then, subject));
    mark(now, change);
    indexRules(now, {});
    m_queue = queue;
    m_dirty = dirty;

    QList<Finding> brought;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        const QList<FindingKey> known = dirty.contains(touched[i]) ? keysOf(now, touched[i]) : keys(touched[i]);
        for (const Finding &finding : found[i]) {
            if (!holds(known, finding))
                brought << finding;
        }
    }
    return brought;
}

QList<Finding> FindingStore::previewEverything(const RuleSet &then) const
{
    FindingStore other;
    other.check(then, m_facts);
    QList<Finding> brought;
    for (const Subject &subject : everySubject(then)) {
        if (!other.worst(subject))
            continue;
        for (const Finding &finding : other.findings(then, subject)) {
            if (!holds(keys(subject), finding))
                brought << finding;
        }
    }
    return brought;
}

std::optional<Severity> FindingStore::worst(const Subject &subject) const
{
    const auto keys = m_keys.constFind(subject);
    if (keys == m_keys.cend())
        return std::nullopt;
    return std::max_element(keys->cbegin(), keys->cend(), [](const FindingKey &a, const FindingKey &b) {
        return a.severity < b.severity;
    })->severity;
}

QList<Finding> checkRuleSet(const RuleSet &ruleSet, const CheckFacts &facts)
{
    FindingStore store;
    store.check(ruleSet, facts);
    QList<Finding> all;
    for (const Subject &subject : everySubject(ruleSet)) {
        if (store.worst(subject))
            all << store.findings(ruleSet, subject);
    }
    return all;
}

} // namespace ferry
