#include "models/checks/CheckIndex.h"

#include <algorithm>

namespace ferry {
namespace {

Address serverAddress(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (const auto *bare = std::get_if<BareServer>(&rule.server))
        return bare->address;
    const FtpSite *site = publishedSite(ruleSet, rule);
    return site ? site->address : Address();
}

template <class Key>
void removeFrom(QHash<Key, RuleNumbers> &rules, const Key &key, int number)
{
    const auto numbers = rules.find(key);
    if (numbers == rules.end())
        return;
    numbers->remove(number);
    if (numbers->isEmpty())
        rules.erase(numbers);
}

} // namespace

bool covers(const QList<Network> &wide, const QList<Network> &narrow)
{
    if (wide.isEmpty())
        return true;
    return !narrow.isEmpty() && std::all_of(narrow.cbegin(), narrow.cend(), [&](const Network &network) {
        return std::any_of(wide.cbegin(), wide.cend(), [&](const Network &each) { return each.contains(network); });
    });
}

CheckIndex::Entry CheckIndex::entryOf(const RuleSet &ruleSet, const PublishingRule &rule)
{
    Entry entry;
    entry.id = rule.id;
    entry.protocol = rule.protocol;
    if (const auto *site = std::get_if<ServiceSite>(&rule.server))
        entry.service = site->service;
    entry.gateways = rule.gateways;
    entry.listener = {rule.listener.address, listenerPort(ruleSet, rule)};
    if (const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol))
        entry.published = relayPorts(*protocol);
    entry.server = serverAddress(ruleSet, rule);
    entry.from = rule.from;
    entry.enabled = rule.enabled;
    return entry;
}

const CheckIndex::Entry *CheckIndex::find(const RuleId &rule) const
{
    // All checks of a rule ask for the same one.
    const bool isSameAgain = static_cast<std::size_t>(m_lastFound) < m_entries.size() && entry(m_lastFound).id == rule;
    if (!isSameAgain)
        m_lastFound = m_numbers.value(rule, -1);
    return m_lastFound < 0 ? nullptr : &entry(m_lastFound);
}

const CheckIndex::Endpoint *CheckIndex::endpoint(const GatewayId &gateway, const Entry &entry) const
{
    const auto endpoint = m_endpoints.constFind({gateway, entry.listener.address});
    return endpoint == m_endpoints.cend() ? nullptr : &*endpoint;
}

void CheckIndex::update(const RuleSet &ruleSet, const RuleId &id, Order order, QSet<RuleId> *touched)
{
    const PublishingRule *rule = ruleSet.rules.find(id);
    std::optional<Entry> now;
    if (rule)
        now = entryOf(ruleSet, *rule);
    const auto known = m_numbers.constFind(id);
    if (known == m_numbers.cend() || !now || !now->usesPortsOf(entry(*known)))
        m_portOwners.reset();
    if (known != m_numbers.cend()) {
        if (now && order == Order::Same && *now == entry(*known))
            return;
        if (touched)
            collectTouched(*known, *touched);
        remove(*known);
    }
    if (!now)
        return;
    const int number = insert(std::move(*now));
    if (touched)
        collectTouched(number, *touched);
}

int CheckIndex::insert(Entry entry)
{
    if (m_freeNumbers.empty()) {
        m_freeNumbers.push_back(static_cast<int>(m_entries.size()));
        m_entries.emplace_back();
    }
    const int number = m_freeNumbers.back();
    m_freeNumbers.pop_back();
    m_numbers.insert(entry.id, number);
    m_entries[static_cast<std::size_t>(number)] = std::move(entry);
    enter(number);
    return number;
}

void CheckIndex::remove(int number)
{
    leave(number);
    m_numbers.remove(entry(number).id);
    m_entries[static_cast<std::size_t>(number)] = {};
    m_freeNumbers.push_back(number);
}

void CheckIndex::updateService(const RuleSet &ruleSet, const ServiceId &id)
{
    const FtpService *service = ruleSet.ftpServices.find(id);
    m_portOwners.reset();
    if (const auto beside = m_byAgent.find(m_agents.take(id)); beside != m_byAgent.end()) {
        beside->remove(id);
        if (beside->isEmpty())
            m_byAgent.erase(beside);
    }
    if (!service || service->agent.isEmpty())
        return;
    m_agents.insert(id, service->agent);
    m_byAgent[service->agent].insert(id);
}

void CheckIndex::enter(int number)
{
    const Entry &entry = this->entry(number);
    m_byProtocol[entry.protocol].insert(number);
    if (!entry.service.isNull())
        m_byService[entry.service].insert(number);
    for (const GatewayId &gateway : entry.gateways)
        m_byGateway[gateway].insert(number);
    if (!entry.enabled)
        return;
    for (const GatewayId &gateway : entry.gateways) {
        Endpoint &endpoint = m_endpoints[{gateway, entry.listener.address}];
        endpoint.listeners[entry.listener.port].insert(number, entry.from);
        for (const PortRange &range : entry.published) {
            endpoint.ranges[range][entry.server].insert(number);
            endpoint.longest = std::max(endpoint.longest, range.size());
        }
    }
}

void CheckIndex::leave(int number)
{
    const Entry &entry = this->entry(number);
    removeFrom(m_byProtocol, entry.protocol, number);
    removeFrom(m_byService, entry.service, number);
    for (const GatewayId &gateway : entry.gateways) {
        removeFrom(m_byGateway, gateway, number);
        const auto endpoint = m_endpoints.find({gateway, entry.listener.address});
        if (!entry.enabled || endpoint == m_endpoints.end())
            continue;
        ListenerRules &listener = endpoint->listeners[entry.listener.port];
        listener.remove(number, entry.from);
        if (listener.isEmpty())
            endpoint->listeners.erase(entry.listener.port);
        for (const PortRange &range : entry.published) {
            Servers &servers = endpoint->ranges[range];
            servers[entry.server].remove(number);
            if (servers[entry.server].isEmpty())
                servers.erase(entry.server);
            if (servers.empty())
                endpoint->ranges.erase(range);
        }
    }
}

void CheckIndex::collectTouched(int number, QSet<RuleId> &touched) const
{
    const Entry &entry = this->entry(number);
    if (!entry.enabled)
        return;
    const auto touch = [&](int other) {
        if (other != number)
            touched.insert(this->entry(other).id);
    };
    for (const GatewayId &gateway : entry.gateways) {
        const Endpoint *endpoint = this->endpoint(gateway, entry);
        if (!endpoint)
            continue;
        // Rules that this one shadows.
        if (const auto listener = endpoint->listeners.find(entry.listener.port);
            listener != endpoint->listeners.end()) {
            for (const int other : listener->second.all()) {
                if (covers(entry.from, this->entry(other).from))
                    touch(other);
            }
        }
        for (const PortRange &range : entry.published) {
            // Rules whose ranges collide with this one's, and rules that listen in it.
            endpoint->visitOverlaps(range, [&](const Servers &servers) {
                for (const auto &[server, rules] : servers) {
                    if (server != entry.server)
                        std::for_each(rules.begin(), rules.end(), touch);
                }
                return true;
            });
            for (auto listener = endpoint->listeners.lower_bound(range.low());
                listener != endpoint->listeners.end() && listener->first <= range.high(); ++listener) {
                const RuleNumbers &rules = listener->second.all();
                std::for_each(rules.begin(), rules.end(), touch);
            }
        }
    }
}

} // namespace ferry
