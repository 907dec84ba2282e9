#pragma once

#include "models/base/Result.h"

namespace ferry {

/// A host and a TCP port, as agents are named: "gw-1.example:7521", "127.0.0.2:7521", "[2001:db8::1]:7521".
struct Endpoint {
    QString host;  ///< a DNS name or an address; IPv6 without brackets
    quint16 port = 0;

    [[nodiscard]] static Result<Endpoint> parse(QStringView text);
    [[nodiscard]] QString toString() const;

    bool operator==(const Endpoint &) const = default;
};

} // namespace ferry
