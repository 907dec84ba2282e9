#pragma once

#include "models/edits/Edit.h"

#include <QVariant>

namespace ferry {

/// What the filter switch of a rule shows.
enum class FilterSwitch {
    Off,
    On,
    NotBound,  ///< the protocol definition has no filter to switch
};

[[nodiscard]] FilterSwitch filterSwitchOf(const RuleSet &ruleSet, const PublishingRule &rule);

// The cells of RulesModel, by its columns and roles; here because they need no model.

[[nodiscard]] QVariant ruleCellText(const RuleSet &ruleSet, const PublishingRule &rule, int column);
[[nodiscard]] QVariant ruleCellEditText(const RuleSet &ruleSet, const PublishingRule &rule, int column);
[[nodiscard]] QVariant ruleCellValue(const RuleSet &ruleSet, const PublishingRule &rule, int role);
/// The edit that writing `value` into the cell asks for; nullptr where the cell cannot be written.
[[nodiscard]] Result<EditPtr> ruleCellEdit(
    const RuleSet &ruleSet, const PublishingRule &rule, int column, const QVariant &value, int role);

/// Reads "203.0.113.1:2121", "[2001:db8::1]:21", or an address alone (port 0: the protocol's).
[[nodiscard]] Result<Listener> parseListener(QStringView text);

} // namespace ferry
