#pragma once

#include "app/proxy/metrics/RuleMetrics.h"

#include <string>
#include <string_view>

namespace ferry::proxy {

/// One rule as it stands now: its counts hold what open connections have moved so far.
struct RuleReport {
    std::string_view id;
    std::uint64_t hits = 0;
    std::uint32_t sessions = 0;
    std::uint32_t dataPorts = 0; ///< how many its range has
    bool isDraining = false;
    RuleMetrics metrics;
};

/// What the method `metrics` gives.
struct MetricsReport {
    CodeCounts denied; ///< control connections that no rule admits
    std::uint64_t acceptsExhausted = 0; ///< connections closed because the process had no file descriptor left
    std::vector<RuleReport> rules;
};

/// One JSON object; its shape is in ferrygate-proxy(8).
[[nodiscard]] std::string metricsJson(const MetricsReport &report);

} // namespace ferry::proxy
