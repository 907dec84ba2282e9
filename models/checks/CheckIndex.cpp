#include "models/checks/CheckIndex.h"

#include <algorithm>
#include <limits>

namespace ferry {
namespace {

Address serverAddress(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (const auto *bare = std::get_if<BareServer>(&rule.server))
        return bare->address;
    const FtpSite *site = publishedSite(ruleSet, rule);
    return site ? site->address : Address();
}

template <class Key, class Value>
void removeFrom(QHash<Key, QSet<Value>> &sets, const Key &key, const Value &value)
{
    const auto set = sets.find(key);
    if (set == sets.end())
        return;
    set->remove(value);
    if (set->isEmpty())
        sets.erase(set);
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

void CheckIndex::rebuild(const RuleSet &ruleSet)
{
    *this = {};
    m_entries.reserve(ruleSet.rules.size());
    for (const PublishingRule &rule : ruleSet.rules)
        add(rule.id, m_entries.insert(rule.id, entryOf(ruleSet, rule)).value());
    for (const FtpService &service : ruleSet.ftpServices)
        updateService(ruleSet, service.id);
}

void CheckIndex::update(const RuleSet &ruleSet, const RuleId &id, Order order, QSet<RuleId> &touched)
{
    const PublishingRule *rule = ruleSet.rules.find(id);
    const auto known = m_entries.find(id);
    if (known != m_entries.end()) {
        if (rule && order == Order::Same && entryOf(ruleSet, *rule) == *known)
            return;
        collectTouched(id, *known, touched);
        remove(id, *known);
        m_entries.erase(known);
    }
    if (!rule)
        return;
    const auto entry = m_entries.insert(id, entryOf(ruleSet, *rule));
    add(id, *entry);
    collectTouched(id, *entry, touched);
}

void CheckIndex::updateService(const RuleSet &ruleSet, const ServiceId &id)
{
    const FtpService *service = ruleSet.ftpServices.find(id);
    removeFrom(m_byAgent, m_agents.take(id), id);
    if (!service || service->agent.isEmpty())
        return;
    m_agents.insert(id, service->agent);
    m_byAgent[service->agent].insert(id);
}

void CheckIndex::add(const RuleId &rule, const Entry &entry)
{
    m_byProtocol[entry.protocol].insert(rule);
    if (!entry.service.isNull())
        m_byService[entry.service].insert(rule);
    for (const GatewayId &gateway : entry.gateways)
        m_byGateway[gateway].insert(rule);
    if (!entry.enabled)
        return;
    for (const GatewayId &gateway : entry.gateways) {
        Endpoint &endpoint = m_endpoints[{gateway, entry.listener.address}];
        endpoint.listeners[entry.listener.port].insert(rule);
        for (const PortRange &range : entry.published) {
            endpoint.ranges[range][entry.server].insert(rule);
            endpoint.longest = std::max(endpoint.longest, range.size());
        }
    }
}

void CheckIndex::remove(const RuleId &rule, const Entry &entry)
{
    removeFrom(m_byProtocol, entry.protocol, rule);
    removeFrom(m_byService, entry.service, rule);
    for (const GatewayId &gateway : entry.gateways) {
        removeFrom(m_byGateway, gateway, rule);
        const auto endpoint = m_endpoints.find({gateway, entry.listener.address});
        if (!entry.enabled || endpoint == m_endpoints.end())
            continue;
        QSet<RuleId> &listeners = endpoint->listeners[entry.listener.port];
        listeners.remove(rule);
        if (listeners.isEmpty())
            endpoint->listeners.erase(entry.listener.port);
        for (const PortRange &range : entry.published) {
            auto &servers = endpoint->ranges[range];
            servers[entry.server].erase(rule);
            if (servers[entry.server].empty())
                servers.erase(entry.server);
            if (servers.empty())
                endpoint->ranges.erase(range);
        }
    }
}

// Visits every range of the endpoint that overlaps `ports`, with its rules by server, until `visit` gives false.
template <class Visit>
void CheckIndex::visitOverlaps(const Endpoint &endpoint, PortRange ports, Visit visit)
{
    const int first = std::max(1, ports.low() - endpoint.longest + 1);
    const auto port = static_cast<quint16>(first);
    for (auto range = endpoint.ranges.lower_bound(PortRange::fromTrusted(port, port));
        range != endpoint.ranges.end() && range->first.low() <= ports.high(); ++range) {
        if (range->first.overlaps(ports) && !visit(range->second))
            return;
    }
}

void CheckIndex::collectTouched(const RuleId &rule, const Entry &entry, QSet<RuleId> &touched) const
{
    if (!entry.enabled)
        return;
    const auto touch = [&](const RuleId &other) {
        if (other != rule)
            touched.insert(other);
    };
    for (const GatewayId &gateway : entry.gateways) {
        const auto endpoint = m_endpoints.constFind({gateway, entry.listener.address});
        if (endpoint == m_endpoints.cend())
            continue;
        // Rules that this one shadows.
        if (const auto listeners = endpoint->listeners.find(entry.listener.port);
            listeners != endpoint->listeners.end()) {
            for (const RuleId &other : listeners->second) {
                if (covers(entry.from, m_entries.constFind(other)->from))
                    touch(other);
            }
        }
        for (const PortRange &range : entry.published) {
            // Rules whose ranges collide with this one's, and rules that listen in it.
            visitOverlaps(*endpoint, range, [&](const auto &servers) {
                for (const auto &[server, rules] : servers) {
                    if (server != entry.server)
                        std::for_each(rules.begin(), rules.end(), touch);
                }
                return true;
            });
            for (auto listener = endpoint->listeners.lower_bound(range.low());
                listener != endpoint->listeners.end() && listener->first <= range.high(); ++listener)
                std::for_each(listener->second.begin(), listener->second.end(), touch);
        }
    }
}

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
    const auto entry = m_entries.constFind(rule.id);
    if (entry == m_entries.cend() || !entry->enabled)
        return {};
    qsizetype firstRow = ruleSet.rules.rowOf(rule.id);
    RuleId first;
    for (const GatewayId &gateway : entry->gateways) {
        const auto endpoint = m_endpoints.constFind({gateway, entry->listener.address});
        if (endpoint == m_endpoints.cend())
            continue;
        const auto listeners = endpoint->listeners.find(entry->listener.port);
        if (listeners == endpoint->listeners.end() || listeners->second.size() < 2)
            continue;
        for (const RuleId &other : listeners->second) {
            const qsizetype row = ruleSet.rules.rowOf(other);
            if (row < firstRow && covers(m_entries.constFind(other)->from, entry->from)) {
                firstRow = row;
                first = other;
            }
        }
    }
    return first;
}

RuleId CheckIndex::rangeRival(const RuleId &rule) const
{
    const auto entry = m_entries.constFind(rule);
    if (entry == m_entries.cend() || !entry->enabled)
        return {};
    RuleId rival;
    for (const GatewayId &gateway : entry->gateways) {
        const auto endpoint = m_endpoints.constFind({gateway, entry->listener.address});
        for (const PortRange &range : entry->published) {
            visitOverlaps(*endpoint, range, [&](const auto &servers) {
                for (const auto &[server, rules] : servers) {
                    if (server != entry->server) {
                        rival = *rules.begin();
                        return false;
                    }
                }
                return true;
            });
            if (!rival.isNull())
                return rival;
        }
    }
    return {};
}

RuleId CheckIndex::rangeOverListener(const RuleId &rule) const
{
    const auto entry = m_entries.constFind(rule);
    if (entry == m_entries.cend() || !entry->enabled || entry->listener.port == 0)
        return {};
    const PortRange port = PortRange::fromTrusted(entry->listener.port, entry->listener.port);
    RuleId owner;
    for (const GatewayId &gateway : entry->gateways) {
        visitOverlaps(*m_endpoints.constFind({gateway, entry->listener.address}), port, [&](const auto &servers) {
            owner = *servers.begin()->second.begin();
            return false;
        });
        if (!owner.isNull())
            return owner;
    }
    return {};
}

const PortOwners &CheckIndex::portOwners(const RuleSet &ruleSet) const
{
    if (!m_portOwners)
        m_portOwners.emplace(ruleSet);
    return *m_portOwners;
}

quint16 CheckIndex::freePort(const RuleId &rule, quint16 from) const
{
    const auto entry = m_entries.constFind(rule);
    if (entry == m_entries.cend())
        return 0;
    for (int candidate = from; candidate <= std::numeric_limits<quint16>::max(); ++candidate) {
        const auto port = static_cast<quint16>(candidate);
        const bool isFree =
            std::all_of(entry->gateways.cbegin(), entry->gateways.cend(), [&](const GatewayId &gateway) {
                const auto endpoint = m_endpoints.constFind({gateway, entry->listener.address});
                bool free = endpoint == m_endpoints.cend() || !endpoint->listeners.contains(port);
                if (free && endpoint != m_endpoints.cend()) {
                    visitOverlaps(
                        *endpoint, PortRange::fromTrusted(port, port), [&](const auto &) { return free = false; });
                }
                return free;
            });
        if (isFree)
            return port;
    }
    return 0;
}

} // namespace ferry
