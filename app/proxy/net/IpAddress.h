#pragma once

#include "app/proxy/Result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ferry::proxy {

/// An IPv4 or IPv6 address without scope. IPv4 is kept in its mapped form (::ffff:a.b.c.d, RFC 4291 2.5.5.2), so
/// that a peer is the same value whichever kind of socket it came through.
class IpAddress {
public:
    /// The unspecified IPv4 address.
    IpAddress();

    /// Reads dotted-quad IPv4 (no leading zeros) or IPv6 text.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);
    [[nodiscard]] static IpAddress fromIPv4(std::array<std::uint8_t, 4> quad);
    [[nodiscard]] static IpAddress fromBytes(const std::array<std::uint8_t, 16> &bytes);

    [[nodiscard]] bool isIPv4() const;
    [[nodiscard]] bool isUnspecified() const;
    /// Network byte order; IPv4 fills the last four.
    [[nodiscard]] const std::array<std::uint8_t, 16> &bytes() const { return m_bytes; }
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const IpAddress &, const IpAddress &) = default;
    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// The first address of the network with this prefix, in bits of the address's own family, in which `address` lies.
[[nodiscard]] IpAddress firstAddress(const IpAddress &address, int prefix);

/// An address and a TCP port.
struct Endpoint {
    IpAddress address;
    std::uint16_t port = 0;

    /// "127.0.0.1:21" or "[::1]:21".
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
    friend auto operator<=>(const Endpoint &, const Endpoint &) = default;
};

/// An address block in CIDR form (RFC 4632).
class Network {
public:
    /// Reads "198.51.100.0/24", "2001:db8::/32" or a bare address. Fails with a sentence for anything else, and where
    /// bits are set behind the prefix.
    [[nodiscard]] static Result<Network> parse(std::string_view text);

    [[nodiscard]] bool contains(const IpAddress &address) const;

    friend bool operator==(const Network &, const Network &) = default;

private:
    Network(IpAddress base, int prefix) : m_base(base), m_prefix(prefix) {}

    IpAddress m_base;
    int m_prefix; ///< in bits of the 128-bit form
};

struct IpAddressHash {
    std::size_t operator()(const IpAddress &address) const noexcept;
};

struct EndpointHash {
    std::size_t operator()(const Endpoint &endpoint) const noexcept;
};

} // namespace ferry::proxy
