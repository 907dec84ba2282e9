#pragma once

#include "models/checks/CheckFacts.h"
#include "models/checks/CheckIndex.h"
#include "models/checks/Finding.h"

#include <QHash>
#include <QSet>

#include <array>
#include <functional>

namespace ferry {

/// An object of the rule set that findings are about.
struct Subject {
    ObjectKind kind = ObjectKind::Rule;
    QString id;

    friend bool operator==(const Subject &, const Subject &) = default;
    friend size_t qHash(const Subject &subject, size_t seed = 0)
    {
        return ::qHash(subject.id, seed) ^ static_cast<size_t>(subject.kind);
    }
};

/// A finding without its words: what is kept for each of 100,000 rules. The words are made when they
/// are looked at, from the rule set as it is then.
struct FindingKey {
    QStringView code;  ///< of static storage
    Severity severity = Severity::Warning;
    QString part;  ///< what tells two findings of one code on one subject apart: a gateway, a site

    friend bool operator==(const FindingKey &, const FindingKey &) = default;
};

/// The findings of a rule set, kept up to date change by change: after a change only what it can have
/// touched is checked again. Has no thread of its own; all functions take the rule set as it is now,
/// which must be the one that the marked changes led to.
class FindingStore {
public:
    FindingStore();

    /// Checks everything.
    void check(const RuleSet &ruleSet, const CheckFacts &facts);

    /// Notes what `change` can have touched; `recheck` then does the work.
    void mark(const RuleSet &ruleSet, const Change &change);
    void setFacts(const RuleSet &ruleSet, const CheckFacts &facts);

    [[nodiscard]] bool isUpToDate() const { return m_dirty.isEmpty(); }
    /// Checks marked subjects until none is left or `mayGoOn` says no (asked every 64 subjects).
    /// Gives the subjects whose findings are not what they were.
    QList<Subject> recheck(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn = {});

    [[nodiscard]] QList<FindingKey> keys(const Subject &subject) const { return m_keys.value(subject); }
    /// The findings of `subject` in full, in the order of `keys`.
    [[nodiscard]] QList<Finding> findings(const RuleSet &ruleSet, const Subject &subject) const;
    [[nodiscard]] std::optional<Severity> worst(const Subject &subject) const;
    /// Every subject that has findings.
    [[nodiscard]] QList<Subject> subjects() const { return m_keys.keys(); }
    [[nodiscard]] int count(Severity severity) const { return m_counts[static_cast<std::size_t>(severity)]; }

private:
    void markEverything(const RuleSet &ruleSet);
    bool replaceKeys(const Subject &subject, QList<FindingKey> keys);

    CheckFacts m_facts;
    CheckIndex m_index;
    QHash<Subject, QList<FindingKey>> m_keys;
    QSet<Subject> m_dirty;
    std::array<int, 3> m_counts{};
};

/// All findings of a rule set, rules in order of evaluation after everything else: for command line and tests.
[[nodiscard]] QList<Finding> checkRuleSet(const RuleSet &ruleSet, const CheckFacts &facts);

} // namespace ferry
