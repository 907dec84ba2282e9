#pragma once

#include "models/base/Result.h"

#include <QHashFunctions>

#include <array>

namespace ferry {

/// An IPv4 or IPv6 address, without scope and without port. QtNetwork's QHostAddress is not
/// used because models link Qt Core only.
class Address {
public:
    enum class Family : quint8 { IPv4, IPv6 };

    /// The unspecified IPv4 address 0.0.0.0.
    Address() = default;

    /// Reads dotted-quad IPv4 (four decimal parts, no leading zeros) or RFC 4291 IPv6 text.
    [[nodiscard]] static Result<Address> parse(QStringView text);
    /// For literals known to be right.
    [[nodiscard]] static Address fromTrusted(QStringView text);

    [[nodiscard]] Family family() const { return m_family; }
    /// Network byte order; IPv4 uses the first four.
    [[nodiscard]] const std::array<quint8, 16> &bytes() const { return m_bytes; }
    [[nodiscard]] int bitCount() const { return m_family == Family::IPv4 ? 32 : 128; }

    /// The first address of the block of `prefix` bits that holds this one.
    [[nodiscard]] Address masked(int prefix) const;

    [[nodiscard]] bool isUnspecified() const;
    [[nodiscard]] bool isLoopback() const;
    /// RFC 1918, RFC 6598, RFC 4193, link-local: not reachable from the Internet.
    [[nodiscard]] bool isPrivate() const;

    /// Dotted quad, or RFC 5952 canonical IPv6 text.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Address &, const Address &) = default;
    friend auto operator<=>(const Address &, const Address &) = default;
    friend size_t qHash(const Address &a, size_t seed = 0)
    {
        return qHashRange(a.m_bytes.begin(), a.m_bytes.end(), seed ^ static_cast<size_t>(a.m_family));
    }

private:
    Family m_family = Family::IPv4;
    std::array<quint8, 16> m_bytes{};
};

/// An address block in CIDR form (RFC 4632).
class Network {
public:
    /// Reads "198.51.100.0/24", "2001:db8::/32", or a bare address (a block of one).
    /// Fails where bits are set behind the prefix, naming the block that was probably meant.
    [[nodiscard]] static Result<Network> parse(QStringView text);
    [[nodiscard]] static Network fromTrusted(QStringView text);

    [[nodiscard]] const Address &base() const { return m_base; }
    [[nodiscard]] int prefix() const { return m_prefix; }
    [[nodiscard]] bool contains(const Address &address) const;
    [[nodiscard]] bool contains(const Network &other) const;
    /// "198.51.100.0/24"; a block of one is written as a bare address.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Network &, const Network &) = default;
    friend auto operator<=>(const Network &, const Network &) = default;

private:
    Network(Address base, int prefix) : m_base(base), m_prefix(prefix) {}

    Address m_base;
    int m_prefix;
};

} // namespace ferry
