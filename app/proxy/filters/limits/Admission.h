#pragma once

#include "app/proxy/filters/limits/LimitsSettings.h"
#include "app/proxy/metrics/RuleMetrics.h"

#include <optional>
#include <string_view>

namespace ferry::proxy {

/// Why a client is turned away at the door.
struct Refusal {
    std::string_view reply; ///< with its line end
    std::string_view text;  ///< for the log
    std::optional<Limit> limit = {}; ///< that was reached
};

/// Sessions that are open.
struct OpenSessions {
    std::uint32_t ofRule = 0;
    std::uint32_t ofClient = 0;
    std::uint32_t ofNetwork = 0; ///< of the client
};

/// Decides about one more session.
[[nodiscard]] std::optional<Refusal> refuseSession(const LimitsSettings &limits, const OpenSessions &open);

} // namespace ferry::proxy
