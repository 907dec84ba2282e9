#include "app/proxy/listen/RuleTable.h"

namespace ferry::proxy {

RuleTable::~RuleTable()
{
    clear();
}

Result<> RuleTable::apply(Configuration configuration)
{
    Listeners next;
    Roles roles;
    std::vector<std::shared_ptr<LiveRule>> rules;
    rules.reserve(configuration.rules.size());
    std::unordered_map<std::string, std::shared_ptr<RuleCounters>> counters;
    for (std::size_t i = 0; i < configuration.rules.size(); ++i) {
        Rule &rule = configuration.rules[i];
        const auto known = m_counters.find(rule.id);
        std::shared_ptr<RuleCounters> shared =
            known != m_counters.end() ? known->second : std::make_shared<RuleCounters>();
        counters.emplace(rule.id, shared);
        rules.push_back(std::make_shared<LiveRule>(std::move(rule), std::move(shared)));
        if (const Result<> bound = bindRule(*rules.back(), i, next, roles); !bound)
            return bound;
    }

    // From here on nothing can fail.
    for (const auto &[local, listener] : m_listeners)
        listener->setRoles({});
    for (const auto &[local, listener] : next) {
        listener->setRoles(std::move(roles[local]));
        m_known[local] = listener;
        m_dataPorts.hostArrived(local, listener);
    }
    m_listeners = std::move(next);
    m_rules = std::move(rules);
    std::erase_if(m_known, [](const auto &known) { return known.second.expired(); });
    // A rule that comes back finds the sessions that it had.
    std::erase_if(m_counters, [](const auto &known) { return known.second.use_count() == 1; });
    counters.merge(m_counters);
    m_counters = std::move(counters);
    if (configuration.handsOver)
        closeOthers();
    m_generation = std::move(configuration.generation);
    m_text = std::move(configuration.text);
    return {};
}

void RuleTable::closeOthers()
{
    std::erase_if(m_known, [this](const auto &known) {
        if (m_listeners.contains(known.first))
            return false;
        if (const std::shared_ptr<Listener> listener = known.second.lock())
            listener->close();
        return true;
    });
}

void RuleTable::clear()
{
    for (const auto &[local, listener] : m_listeners)
        listener->setRoles({});
    m_listeners.clear();
    m_rules.clear();
}

std::vector<std::shared_ptr<Listener>> RuleTable::listeners() const
{
    std::vector<std::shared_ptr<Listener>> listeners;
    for (const auto &[local, known] : m_known) {
        if (std::shared_ptr<Listener> listener = known.lock())
            listeners.push_back(std::move(listener));
    }
    return listeners;
}

Result<std::shared_ptr<Listener>> RuleTable::receive(const Endpoint &local, Fd socket)
{
    tl::expected<std::shared_ptr<Listener>, int> listener =
        Listener::create(m_loop, local, m_owner, m_spare, std::move(socket));
    if (!listener)
        return failure(
            "The socket of " + local.toString() + " could not be used: " + errorText(listener.error()) + ".");
    m_known[local] = *listener;
    return std::move(*listener);
}

std::shared_ptr<Listener> RuleTable::listenerAt(const Endpoint &local) const
{
    const auto known = m_known.find(local);
    return known == m_known.end() ? nullptr : known->second.lock();
}

std::shared_ptr<void> RuleTable::hostOf(const Endpoint &local) const
{
    const IpAddress any = local.address.isIPv4() ? IpAddress() : IpAddress::fromBytes({});
    for (const Endpoint &endpoint : {local, Endpoint{any, local.port}}) {
        const auto known = m_known.find(endpoint);
        std::shared_ptr<Listener> listener = known == m_known.end() ? nullptr : known->second.lock();
        if (listener && listener->roles().control.empty())
            return listener;
    }
    return nullptr;
}

Result<std::shared_ptr<Listener>> RuleTable::listenerFor(
    const Endpoint &local, const std::string &pointer, Listeners &next)
{
    if (const auto bound = next.find(local); bound != next.end())
        return bound->second;
    std::shared_ptr<Listener> listener = listenerAt(local);
    if (!listener) {
        tl::expected<std::shared_ptr<Listener>, int> created =
            Listener::create(m_loop, local, m_owner, m_spare, m_dataPorts.share(local));
        if (!created) {
            return failure(
                local.toString() + " could not be listened on: " + errorText(created.error()) + ".", pointer);
        }
        listener = std::move(*created);
    }
    next.emplace(local, listener);
    return listener;
}

Result<> RuleTable::bindRule(LiveRule &live, std::size_t index, Listeners &next, Roles &roles)
{
    const Rule &rule = live.rule();
    const std::string pointer = "/rules/" + std::to_string(index);
    if (const auto listener = listenerFor(rule.listen, pointer + "/listen", next); !listener)
        return failure(listener.error());
    roles[rule.listen].control.push_back(&live);
    for (std::size_t r = 0; r < rule.relayPorts.ranges().size(); ++r) {
        const PortRange range = rule.relayPorts.ranges()[r];
        for (std::uint32_t i = 0; i < range.size(); ++i) {
            const Endpoint local{rule.listen.address, static_cast<std::uint16_t>(range.low + i)};
            const auto listener = listenerFor(local, pointer + "/relayPorts/" + std::to_string(r), next);
            if (!listener)
                return failure(listener.error());
            std::vector<LiveRule *> &relay = roles[local].relay;
            if (relay.empty() || relay.back() != &live) {
                relay.push_back(&live);
                live.holdRelayListener(*listener);
            }
        }
    }
    return {};
}

} // namespace ferry::proxy
