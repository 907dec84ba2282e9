#pragma once

#include "models/base/Address.h"
#include "models/base/PortRange.h"

#include <utility>

namespace ferry::agent {

/// What the `bind` lines of a configuration of ours ask for.
[[nodiscard]] QList<std::pair<Address, PortRange>> portsIn(const QByteArray &configuration);

/// Fails with Refused, naming the first port that neither `worker` holds already nor a new one could open.
[[nodiscard]] Result<> checkPortsAreFree(const QByteArray &configuration, qint64 worker, const QString &gateway);

} // namespace ferry::agent
