#pragma once

#include <chrono>
#include <cstdint>

namespace ferry::proxy {

class ObjectReader;

/// How large the network of a client is taken to be, in bits of its prefix.
struct NetworkSize {
    std::uint8_t prefix4 = 24; ///< 8 to 32
    std::uint8_t prefix6 = 64; ///< 16 to 128

    bool operator==(const NetworkSize &) const = default;
};

/// What one rule grants its clients.
struct LimitsSettings {
    std::uint32_t lineBytes = 4096; ///< longest control line, 64 to 65536
    std::chrono::seconds idle{900};
    std::chrono::seconds login{120};
    std::chrono::seconds data{300}; ///< without a byte on a data connection, where the filter is on
    std::uint32_t sessions = 0;          ///< 0: no limit
    std::uint32_t sessionsPerClient = 0; ///< 0: no limit
    std::uint32_t sessionsPerNetwork = 0; ///< 0: no limit
    NetworkSize network;

    bool operator==(const LimitsSettings &) const = default;
};

[[nodiscard]] LimitsSettings readLimits(ObjectReader &filter);

} // namespace ferry::proxy
