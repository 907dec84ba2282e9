#pragma once

#include "models/edits/Edit.h"

namespace ferry {

// Edits of a rule's filter settings.

/// The filter switch in the rules table.
[[nodiscard]] EditPtr switchFilter(const RuleId &rule, bool on);
[[nodiscard]] EditPtr setAuthTls(const RuleId &rule, AuthTls handling);
[[nodiscard]] EditPtr setUpstreamTls(const RuleId &rule, UpstreamTls upstream);
[[nodiscard]] EditPtr setCommandPolicy(const RuleId &rule, const CommandPolicy &policy);
[[nodiscard]] EditPtr setDataModes(const RuleId &rule, const DataModes &modes);
/// All filter settings as one step. With a `mergeKey`, further calls with the same key join it (typing).
[[nodiscard]] EditPtr setFilterSettings(
    const RuleId &rule, const FilterSettings &settings, const QString &mergeKey = {});

} // namespace ferry
