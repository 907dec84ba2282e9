#pragma once

#include "models/checks/CheckFacts.h"
#include "models/checks/CheckIndex.h"
#include "models/checks/FindingKey.h"

#include <QHash>
#include <QSet>

#include <array>
#include <functional>
#include <vector>

namespace ferry {

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

    [[nodiscard]] bool isUpToDate() const { return m_dirty.isEmpty() && m_unindexed.empty(); }
    /// Checks marked subjects until none is left or `mayGoOn` says no (asked every 64 subjects).
    /// Gives the subjects whose findings are not what they were.
    QList<Subject> recheck(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn = {});

    [[nodiscard]] QList<FindingKey> keys(const Subject &subject) const { return m_keys.value(subject); }
    /// The findings of `subject` in full, in the order of `keys`.
    [[nodiscard]] QList<Finding> findings(const RuleSet &ruleSet, const Subject &subject) const;
    /// The findings that `change`, which leads from `now` to `then`, would bring, in the order of `checkRuleSet`: what
    /// `now` has as well is left out. Costs what the check of that change costs, and leaves everything as it is.
    [[nodiscard]] QList<Finding> preview(const RuleSet &now, const RuleSet &then, const Change &change);
    [[nodiscard]] std::optional<Severity> worst(const Subject &subject) const;
    /// Every subject that has findings.
    [[nodiscard]] QList<Subject> subjects() const { return m_keys.keys(); }
    [[nodiscard]] int count(Severity severity) const { return m_counts[static_cast<std::size_t>(severity)]; }

private:
    void markEverything(const RuleSet &ruleSet);
    void markRule(const RuleSet &ruleSet, const ObjectChange &change);
    void markProtocol(const RuleSet &ruleSet, const ProtocolId &id);
    void markService(const RuleSet &ruleSet, const ServiceId &id);
    void markGateway(const RuleSet &ruleSet, const GatewayId &id);
    void markRules(const QList<RuleId> &rules);
    void reindexLater(const QList<RuleId> &rules);
    /// Gives false if it was stopped before the index is right.
    bool indexRules(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn);
    [[nodiscard]] QList<FindingKey> keysOf(const RuleSet &ruleSet, const Subject &subject) const;
    [[nodiscard]] QList<Finding> previewEverything(const RuleSet &then) const;
    void markSubject(const Subject &subject);
    bool replaceKeys(const Subject &subject, QList<FindingKey> keys);

    CheckFacts m_facts;
    CheckIndex m_index;
    QHash<Subject, QList<FindingKey>> m_keys; ///< of subjects that have findings
    std::vector<RuleId> m_unindexed; ///< rules whose entry in the index may be that of before
    bool m_isIndexNew = false; ///< being filled for the first time, with everything marked
    QSet<Subject> m_dirty;
    std::vector<Subject> m_queue; ///< what is in m_dirty, the most recent last: it is checked first
    std::array<int, 3> m_counts{};

    // What checks saw of objects that many rules refer to: a new name touches nothing.
    QHash<ProtocolId, ProtocolDefinition> m_protocols;
    QHash<ServiceId, FtpService> m_services;
    QHash<GatewayId, Gateway> m_gateways;
};

/// All findings of a rule set, rules in order of evaluation after everything else: for command line and tests.
[[nodiscard]] QList<Finding> checkRuleSet(const RuleSet &ruleSet, const CheckFacts &facts);

} // namespace ferry
