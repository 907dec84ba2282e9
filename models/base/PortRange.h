#pragma once

#include "models/base/Result.h"

#include <QtGlobal>

namespace ferry {

/// One TCP port or a closed range of them, 1 to 65535, low <= high.
class PortRange {
public:
    /// Fails with InvalidInput for a bound outside 1 to 65535 and for high < low.
    [[nodiscard]] static Result<PortRange> create(int low, int high);

    /// Reads "21", "5000-5003" or "5000–5003"; blanks around the parts are allowed.
    [[nodiscard]] static Result<PortRange> parse(QStringView text);

    /// For bounds known to be right: 0 < low <= high.
    [[nodiscard]] static PortRange fromTrusted(quint16 low, quint16 high);

    [[nodiscard]] quint16 low() const { return m_low; }
    [[nodiscard]] quint16 high() const { return m_high; }
    /// Number of ports, 1 to 65535.
    [[nodiscard]] int size() const { return m_high - m_low + 1; }
    [[nodiscard]] bool contains(quint16 port) const { return port >= m_low && port <= m_high; }
    [[nodiscard]] bool contains(const PortRange &other) const
    {
        return contains(other.m_low) && contains(other.m_high);
    }
    [[nodiscard]] bool overlaps(const PortRange &other) const { return m_low <= other.m_high && other.m_low <= m_high; }

    /// "21" or "5000-5003": the form of files and configurations.
    [[nodiscard]] QString toString() const;
    /// "21" or "5000–5003": the form people read.
    [[nodiscard]] QString toDisplay() const;

    friend bool operator==(const PortRange &, const PortRange &) = default;
    friend auto operator<=>(const PortRange &, const PortRange &) = default;

private:
    PortRange(quint16 low, quint16 high) : m_low(low), m_high(high) {}

    quint16 m_low;
    quint16 m_high;
};

} // namespace ferry
