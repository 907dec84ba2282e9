#include "app/proxy/net/IpAddress.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace ferry::proxy {
namespace {

constexpr std::array<std::uint8_t, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool sameBits(const std::array<std::uint8_t, 16> &a, const std::array<std::uint8_t, 16> &b, int bits)
{
    const int whole = bits / 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin()))
        return false;
    const int rest = bits % 8;
    const auto at = static_cast<std::size_t>(whole);
    return rest == 0 || ((a[at] ^ b[at]) >> (8 - rest)) == 0;
}

/// Without the bits behind `prefix`.
std::array<std::uint8_t, 16> masked(std::array<std::uint8_t, 16> bytes, int prefix)
{
    auto at = static_cast<std::size_t>(prefix / 8);
    if (prefix % 8 != 0)
        bytes[at++] &= static_cast<std::uint8_t>(0xFF00U >> (prefix % 8));
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), std::uint8_t(0));
    return bytes;
}

} // namespace

IpAddress::IpAddress()
{
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin());
}

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    char plain[INET6_ADDRSTRLEN] = {};
    if (text.empty() || text.size() >= sizeof plain || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    std::memcpy(plain, text.data(), text.size());
    IpAddress address;
    if (inet_pton(AF_INET, plain, address.m_bytes.data() + 12) == 1)
        return address;
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, plain, bytes.data()) == 1)
        return fromBytes(bytes);
    return std::nullopt;
}

IpAddress IpAddress::fromIPv4(std::array<std::uint8_t, 4> quad)
{
    IpAddress address;
    std::copy(quad.begin(), quad.end(), address.m_bytes.begin() + 12);
    return address;
}

IpAddress IpAddress::fromBytes(const std::array<std::uint8_t, 16> &bytes)
{
    IpAddress address;
    address.m_bytes = bytes;
    return address;
}

bool IpAddress::isIPv4() const
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin());
}

bool IpAddress::isUnspecified() const
{
    const auto first = m_bytes.begin() + (isIPv4() ? 12 : 0);
    return std::all_of(first, m_bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

std::string IpAddress::toString() const
{
    char text[INET6_ADDRSTRLEN] = {};
    if (!isIPv4()) {
        inet_ntop(AF_INET6, m_bytes.data(), text, sizeof text);
        return text;
    }
    // By hand: every log line holds one, and inet_ntop goes through sprintf.
    char *end = text;
    for (std::size_t i = 12; i < m_bytes.size(); ++i) {
        if (i > 12)
            *end++ = '.';
        end = std::to_chars(end, std::end(text), m_bytes[i]).ptr;
    }
    return {text, end};
}

IpAddress firstAddress(const IpAddress &address, int prefix)
{
    return IpAddress::fromBytes(masked(address.bytes(), prefix + (address.isIPv4() ? 96 : 0)));
}

std::string Endpoint::toString() const
{
    const std::string host = address.toString();
    return (address.isIPv4() ? host : "[" + host + "]") + ":" + std::to_string(port);
}

Result<Network> Network::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::optional<IpAddress> base = IpAddress::parse(text.substr(0, slash));
    const auto refuse = [&](const char *why) {
        return failure("\"" + std::string(text) + "\" is not an address block: " + why);
    };
    if (!base)
        return refuse("write it like 198.51.100.0/24.");
    const int offset = base->isIPv4() ? 96 : 0;
    int prefix = 128;
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
        if (digits.empty() || digits[0] == '-' || error != std::errc() || end != digits.data() + digits.size()
            || prefix > 128 - offset) {
            return refuse("the prefix length is out of range.");
        }
        prefix += offset;
    }
    if (masked(base->bytes(), prefix) != base->bytes())
        return refuse("bits are set behind the prefix.");
    return Network(*base, prefix);
}

bool Network::contains(const IpAddress &address) const
{
    // ::/0 does not mean IPv4 clients, although these are kept in the mapped form.
    return m_base.isIPv4() == address.isIPv4() && sameBits(m_base.bytes(), address.bytes(), m_prefix);
}

std::size_t IpAddressHash::operator()(const IpAddress &address) const noexcept
{
    return std::hash<std::string_view>{}(
        {reinterpret_cast<const char *>(address.bytes().data()), address.bytes().size()});
}

std::size_t EndpointHash::operator()(const Endpoint &endpoint) const noexcept
{
    return IpAddressHash{}(endpoint.address) * 31 + endpoint.port;
}

} // namespace ferry::proxy
