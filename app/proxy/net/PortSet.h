#pragma once

#include "app/proxy/Result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// A closed range of TCP ports, 1 <= low <= high.
struct PortRange {
    std::uint16_t low = 0;
    std::uint16_t high = 0;

    /// Reads "21" or "5000-5003".
    [[nodiscard]] static Result<PortRange> parse(std::string_view text);

    [[nodiscard]] bool contains(std::uint16_t port) const { return port >= low && port <= high; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(high - low) + 1; }

    friend bool operator==(const PortRange &, const PortRange &) = default;
};

/// Ports in the order in which they were written.
class PortSet {
public:
    void add(PortRange range) { m_ranges.push_back(range); }

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] bool contains(std::uint16_t port) const;
    [[nodiscard]] std::uint32_t size() const;
    /// The port at `index`, 0 <= index < size().
    [[nodiscard]] std::uint16_t at(std::uint32_t index) const;
    [[nodiscard]] const std::vector<PortRange> &ranges() const { return m_ranges; }

    friend bool operator==(const PortSet &, const PortSet &) = default;

private:
    std::vector<PortRange> m_ranges;
};

} // namespace ferry::proxy
