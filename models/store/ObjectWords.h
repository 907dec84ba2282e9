#pragma once

#include "models/rules/RuleSet.h"

#include <QStringList>

namespace ferry {

// What differs between two versions of one object, a line a setting: "Filter, AUTH TLS: pass instead of deny".

[[nodiscard]] QStringList changesInWords(const ProtocolDefinition &from, const ProtocolDefinition &to);
[[nodiscard]] QStringList changesInWords(const Gateway &from, const Gateway &to);
[[nodiscard]] QStringList changesInWords(const FtpService &from, const FtpService &to);
[[nodiscard]] QStringList changesInWords(const PublishingRule &from, const PublishingRule &to);

} // namespace ferry
