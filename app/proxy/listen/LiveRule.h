#pragma once

#include "app/proxy/config/Configuration.h"
#include "app/proxy/filters/limits/ClientCounts.h"
#include "app/proxy/listen/Listener.h"
#include "app/proxy/metrics/RuleMetrics.h"

#include <memory>
#include <unordered_map>

namespace ferry::proxy {

/// What is counted for a rule, over all of its versions.
struct RuleCounters {
    void sessionBegan(const IpAddress &client)
    {
        ++hits;
        ++sessions;
        clients.add(client);
    }
    void sessionEnded(const IpAddress &client)
    {
        --sessions;
        clients.remove(client);
    }

    std::uint64_t hits = 0;     ///< control connections it admitted
    std::uint32_t sessions = 0; ///< open now
    bool isDraining = false;    ///< takes no new ones
    ClientCounts clients;
    RuleMetrics metrics;
};

/// What has been moved on connections that are still open, by rule.
struct ChannelTraffic {
    Traffic control;
    Traffic data;
};
using OpenTraffic = std::unordered_map<const RuleCounters *, ChannelTraffic>;

/// One version of a rule while it runs. Sessions share it, and with it the relay ports that they may need, also when
/// the configuration has moved on.
class LiveRule : public std::enable_shared_from_this<LiveRule> {
public:
    LiveRule(Rule rule, std::shared_ptr<RuleCounters> counters)
        : m_rule(std::move(rule)), m_counters(std::move(counters))
    {
    }

    [[nodiscard]] const Rule &rule() const { return m_rule; }
    [[nodiscard]] RuleCounters &counters() const { return *m_counters; }
    [[nodiscard]] const std::shared_ptr<RuleCounters> &sharedCounters() const { return m_counters; }
    void holdRelayListener(std::shared_ptr<Listener> listener) { m_relayListeners.push_back(std::move(listener)); }

private:
    const Rule m_rule;
    std::shared_ptr<RuleCounters> m_counters;
    std::vector<std::shared_ptr<Listener>> m_relayListeners;
};

} // namespace ferry::proxy
