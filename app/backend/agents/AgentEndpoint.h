#pragma once

#include "models/base/Result.h"

#include <QString>

namespace ferry::backend {

/// Where an agent listens: a host name or address, and a port.
struct AgentEndpoint {
    QString host;
    quint16 port = 0;

    /// Reads "host:port", "203.0.113.1:7521", "[2001:db8::1]:7521"; without a port it is `defaultPort`.
    [[nodiscard]] static Result<AgentEndpoint> parse(QStringView text);

    static constexpr quint16 defaultPort = 7521;

    bool operator==(const AgentEndpoint &) const = default;
};

} // namespace ferry::backend
