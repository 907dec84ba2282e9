#pragma once

#include "models/rules/RuleSet.h"

#include <QMap>

namespace ferry::console {

/// The rule sets that were applied, found by what the nodes run: nodes know configurations, and *Discard* needs the
/// rule set that they came from. Kept as rule set files in a directory of the user's.
class AppliedSnapshots final {
public:
    /// Agent to generation.
    using Generations = QMap<QString, QString>;

    explicit AppliedSnapshots(QString directory);

    void remember(const Generations &generations, const RuleSet &ruleSet);
    /// The rule set that led to exactly these generations, or nothing.
    [[nodiscard]] std::optional<RuleSet> find(const Generations &generations) const;

private:
    [[nodiscard]] QString pathOf(const Generations &generations) const;
    void forgetOldest() const;

    QString m_directory;
    Generations m_last;  ///< remembered last, so that nothing is written twice
    RuleSet m_lastRuleSet;
};

} // namespace ferry::console
