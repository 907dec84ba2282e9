#pragma once

#include "models/rules/RuleSet.h"

#include <QCoreApplication>

namespace ferry {

/// The translation context of headers and cells.
class TableText {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

// Cells as people read them (look: ports "5000–5003", "–" where there is nothing).

[[nodiscard]] QString noValue();
[[nodiscard]] QString listenerText(const RuleSet &ruleSet, const PublishingRule &rule);  ///< "203.0.113.1:21"
[[nodiscard]] QString serverText(
    const RuleSet &ruleSet, const PublishingRule &rule);    ///< "files-1", "files-1 / mirror", "198.51.100.20:21"
[[nodiscard]] QString tlsModeText(TlsMode mode);  ///< "none", "explicit", "implicit": under a header that says TLS
[[nodiscard]] QString passiveRangeText(const std::optional<PortRange> &ports);
[[nodiscard]] QString connectionsText(const QList<ProtocolConnection> &connections);     ///< "21, 5000–5003"

} // namespace ferry
