#pragma once

#include <chrono>
#include <cstdint>

namespace ferry::proxy {

class ObjectReader;

/// What one rule grants its clients.
struct LimitsSettings {
    std::uint32_t lineBytes = 4096; ///< longest control line, 64 to 65536
    std::chrono::seconds idle{900};
    std::chrono::seconds login{120};
    std::uint32_t sessions = 0;          ///< 0: no limit
    std::uint32_t sessionsPerClient = 0; ///< 0: no limit

    bool operator==(const LimitsSettings &) const = default;
};

[[nodiscard]] LimitsSettings readLimits(ObjectReader &filter);

} // namespace ferry::proxy
