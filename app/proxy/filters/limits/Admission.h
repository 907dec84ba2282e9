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

/// Decides about one more session, given those that are open for the rule and for this client.
[[nodiscard]] std::optional<Refusal> refuseSession(
    const LimitsSettings &limits, std::uint32_t sessionsOfRule, std::uint32_t sessionsOfClient);

} // namespace ferry::proxy
