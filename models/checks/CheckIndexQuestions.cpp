#include "models/checks/CheckIndex.h"

#include <algorithm>
#include <limits>

// What checks ask the index.

namespace ferry {

QList<ServiceId> CheckIndex::servicesBeside(const ServiceId &service) const
{
    QList<ServiceId> others;
    for (const ServiceId &other : m_byAgent.value(m_agents.value(service))) {
        if (other != service)
            others << other;
    }
    std::sort(others.begin(), others.end());
    return others;
}

RuleId CheckIndex::shadowOf(const RuleSet &ruleSet, const PublishingRule &rule) const
{
    const Entry *entry = find(rule.id);
    if (!entry || !entry->enabled)
        return {};
    std::optional<qsizetype> ownRow;
    qsizetype firstRow = -1;
    RuleId first;
    for (const GatewayId &gateway : entry->gateways) {
        const Endpoint *endpoint = this->endpoint(gateway, *entry);
        if (!endpoint)
            continue;
        const auto listener = endpoint->listeners.find(entry->listener.port);
        if (listener == endpoint->listeners.end() || listener->second.all().size() < 2)
            continue;
        if (!ownRow)
            ownRow = firstRow = ruleSet.rules.rowOf(rule.id);
        listener->second.visitWider(entry->from, [&](int number) {
            const Entry &other = this->entry(number);
            const qsizetype row = other.id == rule.id ? -1 : ruleSet.rules.rowOf(other.id);
            if (row >= 0 && row < firstRow && covers(other.from, entry->from)) {
                firstRow = row;
                first = other.id;
            }
        });
    }
    return first;
}

const RuleNumbers *CheckIndex::rivals(const RuleId &rule) const
{
    const Entry *entry = find(rule);
    if (!entry || !entry->enabled)
        return nullptr;
    const RuleNumbers *rivals = nullptr;
    for (const GatewayId &gateway : entry->gateways) {
        const Endpoint *endpoint = this->endpoint(gateway, *entry);
        for (const PortRange &range : entry->published) {
            endpoint->visitOverlaps(range, [&](const Servers &servers) {
                const auto other = std::find_if(
                    servers.begin(), servers.end(), [&](const auto &each) { return each.first != entry->server; });
                if (other != servers.end())
                    rivals = &other->second;
                return rivals == nullptr;
            });
            if (rivals)
                return rivals;
        }
    }
    return nullptr;
}

const RuleNumbers *CheckIndex::ownersOfListener(const RuleId &rule) const
{
    const Entry *entry = find(rule);
    if (!entry || !entry->enabled || entry->listener.port == 0)
        return nullptr;
    const PortRange port = PortRange::fromTrusted(entry->listener.port, entry->listener.port);
    const RuleNumbers *owners = nullptr;
    for (const GatewayId &gateway : entry->gateways) {
        endpoint(gateway, *entry)->visitOverlaps(port, [&](const Servers &servers) {
            owners = &servers.begin()->second;
            return false;
        });
        if (owners)
            return owners;
    }
    return nullptr;
}

// Numbers tell of the order in which rules came; names of findings should not.
RuleId CheckIndex::leastId(const RuleNumbers *numbers) const
{
    if (!numbers)
        return {};
    return entry(*std::min_element(numbers->begin(), numbers->end(), [this](int a, int b) {
        return entry(a).id < entry(b).id;
    })).id;
}

const PortOwners &CheckIndex::portOwners(const RuleSet &ruleSet) const
{
    if (!m_portOwners)
        m_portOwners.emplace(ruleSet);
    return *m_portOwners;
}

quint16 CheckIndex::freePort(const RuleId &rule, quint16 from) const
{
    const Entry *entry = find(rule);
    if (!entry)
        return 0;
    for (int candidate = from; candidate <= std::numeric_limits<quint16>::max(); ++candidate) {
        const auto port = static_cast<quint16>(candidate);
        const bool isFree =
            std::all_of(entry->gateways.cbegin(), entry->gateways.cend(), [&](const GatewayId &gateway) {
                const Endpoint *endpoint = this->endpoint(gateway, *entry);
                bool free = !endpoint || !endpoint->listeners.contains(port);
                if (free && endpoint) {
                    endpoint->visitOverlaps(
                        PortRange::fromTrusted(port, port), [&](const Servers &) { return free = false; });
                }
                return free;
            });
        if (isFree)
            return port;
    }
    return 0;
}

} // namespace ferry
