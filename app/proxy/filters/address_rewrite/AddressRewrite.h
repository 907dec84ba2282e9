#pragma once

#include "app/proxy/net/IpAddress.h"

#include <optional>

namespace ferry::proxy {

class ObjectReader;

/// Whether 227 replies get the gateway's address.
struct AddressRewriteSettings {
    bool enabled = true;

    bool operator==(const AddressRewriteSettings &) const = default;
};

[[nodiscard]] AddressRewriteSettings readAddressRewrite(ObjectReader &filter);

/// The IPv4 address for a 227 reply: the rule's external address, else the one that the client reached; with
/// rewriting off what the server said. Nothing if that is not an IPv4 address, which 227 cannot carry (RFC 2428).
[[nodiscard]] std::optional<IpAddress> advertisedAddress(const AddressRewriteSettings &settings,
    const std::optional<IpAddress> &external, const IpAddress &reached, const std::optional<IpAddress> &serverSaid);

} // namespace ferry::proxy
