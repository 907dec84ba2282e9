#pragma once

#include "app/proxy/filters/limits/LimitsSettings.h"
#include "app/proxy/loop/TimerQueue.h"
#include "app/proxy/metrics/RuleMetrics.h"

#include <optional>
#include <string_view>

namespace ferry::proxy {

/// What the deadlines of a session hang on.
struct SessionTimes {
    TimePoint begin;
    TimePoint lastActivity;   ///< of the control connection and of its data connections
    bool awaitsLogin = false; ///< inspected, and nobody has logged in yet
};

/// The next moment at which a session ends if nothing happens, and what is said then.
struct SessionDeadline {
    TimePoint at;
    std::string_view reply; ///< with its line end
    std::string_view text;  ///< for the log
    Limit limit = Limit::Idle;
};

[[nodiscard]] SessionDeadline nextDeadline(const LimitsSettings &limits, const SessionTimes &times);

/// The moment at which a data connection is cut if nothing moves on it.
struct DataDeadline {
    TimePoint at;
    std::string_view text;      ///< for the log
    std::optional<Limit> limit; ///< to be counted; the idle limit counts sessions only
};

/// Where the filter is off, and nobody knows what is a transfer, the idle limit alone counts.
[[nodiscard]] DataDeadline dataDeadline(const LimitsSettings &limits, bool isFilterOn, TimePoint lastActivity);

} // namespace ferry::proxy
