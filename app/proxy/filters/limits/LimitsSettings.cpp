#include "app/proxy/filters/limits/LimitsSettings.h"

#include "app/proxy/config/JsonReader.h"

namespace ferry::proxy {

LimitsSettings readLimits(ObjectReader &filter)
{
    // The bounds of models/rules/FilterSettings.h.
    LimitsSettings settings;
    settings.lineBytes = static_cast<std::uint32_t>(filter.number("maxLineBytes", 64, 65'536, 4096));
    settings.idle = std::chrono::seconds(filter.number("idleSeconds", 1, 86'400, 900));
    settings.login = std::chrono::seconds(filter.number("loginSeconds", 1, 3600, 120));
    settings.sessions = static_cast<std::uint32_t>(filter.number("maxSessions", 0, 1'000'000, 0));
    settings.sessionsPerClient = static_cast<std::uint32_t>(filter.number("maxSessionsPerClient", 0, 1'000'000, 0));
    settings.data = std::chrono::seconds(filter.number("dataSeconds", 1, 86'400, 300));
    settings.sessionsPerNetwork = static_cast<std::uint32_t>(filter.number("maxSessionsPerNetwork", 0, 1'000'000, 0));
    settings.network.prefix4 = static_cast<std::uint8_t>(filter.number("networkPrefix4", 8, 32, 24));
    settings.network.prefix6 = static_cast<std::uint8_t>(filter.number("networkPrefix6", 16, 128, 64));
    return settings;
}

} // namespace ferry::proxy
