#pragma once

#include "models/rules/RuleSet.h"

#include <QByteArray>

namespace ferry {

/// What "$schema" says in files of ours: the schema beside the file, where there is one. Readers do not look at it.
inline constexpr QLatin1StringView ruleSetSchema("ruleset-1.schema.json");

/// The text of a rule set file. Equal rule sets give equal text: keys are sorted, lists keep their order, values equal
/// to the default are left out, and so are built-in protocol definitions. One value a line, LF, 2 blanks a level, so
/// that a version control system shows exactly what changed.
[[nodiscard]] QByteArray ruleSetText(const RuleSet &ruleSet);

} // namespace ferry
