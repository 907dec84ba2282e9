#include "app/proxy/net/PortSet.h"

#include <algorithm>
#include <charconv>

namespace ferry::proxy {
namespace {

bool readPort(std::string_view digits, std::uint16_t &port)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 1 || value > 65535)
        return false;
    port = static_cast<std::uint16_t>(value);
    return true;
}

} // namespace

Result<PortRange> PortRange::parse(std::string_view text)
{
    const std::size_t dash = text.find('-');
    PortRange range;
    const bool good = readPort(text.substr(0, dash), range.low)
        && readPort(dash == std::string_view::npos ? text : text.substr(dash + 1), range.high);
    if (!good)
        return failure("\"" + std::string(text) + "\" is not a port or a range of ports from 1 to 65535.");
    if (range.high < range.low)
        return failure("\"" + std::string(text) + "\" ends before it starts: write the lower port first.");
    return range;
}

bool PortSet::contains(std::uint16_t port) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const PortRange &range) { return range.contains(port); });
}

std::uint32_t PortSet::size() const
{
    std::uint32_t count = 0;
    for (const PortRange &range : m_ranges)
        count += range.size();
    return count;
}

std::uint16_t PortSet::at(std::uint32_t index) const
{
    for (const PortRange &range : m_ranges) {
        if (index < range.size())
            return static_cast<std::uint16_t>(range.low + index);
        index -= range.size();
    }
    return 0;
}

} // namespace ferry::proxy
