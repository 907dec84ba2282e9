#pragma once

#include "app/proxy/net/IpAddress.h"

namespace ferry::proxy {

class ObjectReader;

/// Whether a data connection must come from the address of its control connection (RFC 2577 section 4).
struct DataPeersSettings {
    bool sameClientAddress = true;

    bool operator==(const DataPeersSettings &) const = default;
};

[[nodiscard]] DataPeersSettings readDataPeers(ObjectReader &filter);

/// True if `peer` may use a data port that was opened for the control connection of `client`.
[[nodiscard]] bool mayUseDataPort(const DataPeersSettings &settings, const IpAddress &client, const IpAddress &peer);

} // namespace ferry::proxy
