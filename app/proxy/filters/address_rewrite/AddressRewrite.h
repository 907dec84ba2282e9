#pragma once

#include "app/proxy/net/IpAddress.h"

#include <optional>
#include <span>

namespace ferry::proxy {

class ObjectReader;

/// What clients on one network are told instead of the external address.
struct ClientAddress {
    Network clients;
    IpAddress address;

    bool operator==(const ClientAddress &) const = default;
};

/// Whether 227 replies get the gateway's address.
struct AddressRewriteSettings {
    bool enabled = true;

    bool operator==(const AddressRewriteSettings &) const = default;
};

[[nodiscard]] AddressRewriteSettings readAddressRewrite(ObjectReader &filter);

/// The address by which this client reaches the gateway, if it is on one of the networks; the first of them counts.
[[nodiscard]] std::optional<IpAddress> addressForClient(
    std::span<const ClientAddress> addresses, const IpAddress &client);

/// The IPv4 address for a 227 reply: the rule's external address, else the one that the client reached; with
/// rewriting off what the server said. Nothing if that is not an IPv4 address, which 227 cannot carry (RFC 2428).
[[nodiscard]] std::optional<IpAddress> advertisedAddress(const AddressRewriteSettings &settings,
    const std::optional<IpAddress> &external, const IpAddress &reached, const std::optional<IpAddress> &serverSaid);

} // namespace ferry::proxy
