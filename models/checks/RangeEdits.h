#pragma once

#include "models/edits/Edit.h"

#include <QList>

namespace ferry {

// Edits that findings about passive ranges offer.

/// True if every port of `ports` is in one of `ranges`.
[[nodiscard]] bool isCovered(PortRange ports, QList<PortRange> ranges);
/// A range, and the protocol definition that publishes it and nothing else, for one rule and its FTP service.
[[nodiscard]] EditPtr moveRange(const QString &name, const RuleId &rule, const ServiceId &service, PortRange ports);

} // namespace ferry
