#pragma once

#include "app/proxy/data/DataPorts.h"
#include "app/proxy/listen/LiveRule.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace ferry::proxy {

/// The running configuration: rules, and the listeners that they share.
class RuleTable final : private PortHosts {
public:
    RuleTable(EventLoop &loop, ListenerOwner &owner, DataPorts &dataPorts)
        : m_loop(loop), m_owner(owner), m_dataPorts(dataPorts)
    {
        m_dataPorts.setHosts(*this);
    }
    RuleTable(const RuleTable &) = delete;
    RuleTable &operator=(const RuleTable &) = delete;
    ~RuleTable();

    /// Swaps the configuration: everything new is bound first; if one address cannot be bound, nothing has changed
    /// and the error points at the rule.
    [[nodiscard]] Result<> apply(Configuration configuration);
    /// Stops listening; open sessions go on.
    void clear();

    [[nodiscard]] const std::string &generation() const { return m_generation; }
    /// The running configuration as it was read; empty before the first.
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<std::shared_ptr<LiveRule>> &rules() const { return m_rules; }

    /// Everything that listens here, for whatever configuration.
    [[nodiscard]] std::vector<std::shared_ptr<Listener>> listeners() const;
    /// Listens on a socket that another process has bound to `local`, for the configurations to come.
    [[nodiscard]] Result<std::shared_ptr<Listener>> receive(const Endpoint &local, Fd socket);
    /// Null if nothing listens there.
    [[nodiscard]] std::shared_ptr<Listener> listenerAt(const Endpoint &local) const;

private:
    using Listeners = std::unordered_map<Endpoint, std::shared_ptr<Listener>, EndpointHash>;
    using Roles = std::unordered_map<Endpoint, Listener::Roles, EndpointHash>;

    /// Closes what only sessions of earlier configurations hold.
    void closeOthers();
    [[nodiscard]] std::shared_ptr<void> hostOf(const Endpoint &local) const override;
    [[nodiscard]] Result<std::shared_ptr<Listener>> listenerFor(
        const Endpoint &local, const std::string &pointer, Listeners &next);
    [[nodiscard]] Result<> bindRule(LiveRule &rule, std::size_t index, Listeners &next, Roles &roles);

    EventLoop &m_loop;
    ListenerOwner &m_owner;
    DataPorts &m_dataPorts;
    SpareDescriptor m_spare;
    std::string m_generation;
    std::string m_text;
    std::vector<std::shared_ptr<LiveRule>> m_rules;
    Listeners m_listeners;
    /// Also those that only open sessions of earlier configurations hold.
    std::unordered_map<Endpoint, std::weak_ptr<Listener>, EndpointHash> m_known;
    std::unordered_map<std::string, std::shared_ptr<RuleCounters>> m_counters; ///< by rule id
};

} // namespace ferry::proxy
