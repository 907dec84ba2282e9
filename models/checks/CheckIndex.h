#pragma once

#include "models/checks/ListenerRules.h"
#include "models/checks/PortOwners.h"
#include "models/rules/RuleSet.h"

#include <QHash>
#include <QSet>

#include <map>

namespace ferry {

/// Who meets whom: rules by what they refer to, by listener and by published range. Kept rule by rule, so that a check
/// of one rule, and the question whom its change can touch, cost as much as it has neighbours.
class CheckIndex {
public:
    enum class Order { Same, Moved };  ///< whether the rule's place in the order of evaluation changed
    /// Takes the rule as it is now; one that is gone is forgotten. Rules whose findings can depend on what changed
    /// about the rule are added to `touched`, where it is given; the rule itself is not.
    void update(const RuleSet &ruleSet, const RuleId &id, Order order, QSet<RuleId> *touched);
    void updateService(const RuleSet &ruleSet, const ServiceId &id);

    [[nodiscard]] QList<RuleId> rulesOf(const ProtocolId &protocol) const { return ids(m_byProtocol, protocol); }
    [[nodiscard]] QList<RuleId> rulesOf(const GatewayId &gateway) const { return ids(m_byGateway, gateway); }
    [[nodiscard]] QList<RuleId> rulesOf(const ServiceId &service) const { return ids(m_byService, service); }
    [[nodiscard]] qsizetype countOf(const ProtocolId &protocol) const
    {
        const auto rules = m_byProtocol.constFind(protocol);
        return rules == m_byProtocol.cend() ? 0 : static_cast<qsizetype>(rules->size());
    }
    /// Other FTP services with the same agent, which means on the same host.
    [[nodiscard]] QList<ServiceId> servicesBeside(const ServiceId &service) const;

    /// The first enabled rule in front of `rule` that takes all of its clients on one of its gateways; null: none.
    [[nodiscard]] RuleId shadowOf(const RuleSet &ruleSet, const PublishingRule &rule) const;
    /// Whether another rule publishes some of the same ports of one address for another server.
    [[nodiscard]] bool hasRangeRival(const RuleId &rule) const { return rivals(rule) != nullptr; }
    /// That rule, one of them; null: none. Takes longer.
    [[nodiscard]] RuleId rangeRival(const RuleId &rule) const { return leastId(rivals(rule)); }
    /// Whether a rule, possibly the same one, publishes the port of the rule's listener as a data port.
    [[nodiscard]] bool isListenerInRange(const RuleId &rule) const { return ownersOfListener(rule) != nullptr; }
    /// That rule, one of them; null: none. Takes longer.
    [[nodiscard]] RuleId rangeOverListener(const RuleId &rule) const { return leastId(ownersOfListener(rule)); }
    /// The lowest port from `from` on that no rule uses on any address that `rule` listens on; 0: none.
    [[nodiscard]] quint16 freePort(const RuleId &rule, quint16 from) const;
    /// Who uses which port; counted when it is asked for first after a change of ports.
    [[nodiscard]] const PortOwners &portOwners(const RuleSet &ruleSet) const;

private:
    /// What the index knows of a rule; kept to find it again when the rule has changed.
    struct Entry {
        RuleId id;
        ProtocolId protocol;
        ServiceId service;
        QList<GatewayId> gateways;
        Listener listener;  ///< with the port filled in
        QList<PortRange> published;
        Address server;
        QList<Network> from;
        bool enabled = false;

        bool operator==(const Entry &) const = default;
        /// True where PortOwners counts the same for both.
        [[nodiscard]] bool usesPortsOf(const Entry &other) const
        {
            return protocol == other.protocol && service == other.service && listener.port == other.listener.port
                && published == other.published;
        }
    };
    /// Rules by server: those of one server may share ports.
    using Servers = std::map<Address, RuleNumbers>;
    /// The rules on one address of one gateway.
    struct Endpoint {
        std::map<quint16, ListenerRules> listeners;
        std::map<PortRange, Servers> ranges;
        int longest = 0;  ///< no range is longer; bounds the search for overlaps

        /// Visits every range that overlaps `ports`, with its rules, until `visit` gives false.
        template <class Visit>
        void visitOverlaps(PortRange ports, Visit visit) const
        {
            const auto first = static_cast<quint16>(std::max(1, ports.low() - longest + 1));
            for (auto range = ranges.lower_bound(PortRange::fromTrusted(first, first));
                range != ranges.end() && range->first.low() <= ports.high(); ++range) {
                if (range->first.overlaps(ports) && !visit(range->second))
                    return;
            }
        }
    };
    using EndpointKey = std::pair<GatewayId, Address>;

    [[nodiscard]] static Entry entryOf(const RuleSet &ruleSet, const PublishingRule &rule);
    [[nodiscard]] const Entry *find(const RuleId &rule) const;
    [[nodiscard]] const Entry &entry(int number) const { return m_entries[static_cast<std::size_t>(number)]; }
    [[nodiscard]] const Endpoint *endpoint(const GatewayId &gateway, const Entry &entry) const;
    int insert(Entry entry);
    void remove(int number);
    void enter(int number);
    void leave(int number);
    void collectTouched(int number, QSet<RuleId> &touched) const;
    [[nodiscard]] const RuleNumbers *rivals(const RuleId &rule) const;
    [[nodiscard]] const RuleNumbers *ownersOfListener(const RuleId &rule) const;
    [[nodiscard]] RuleId leastId(const RuleNumbers *numbers) const;
    template <class Key>
    [[nodiscard]] QList<RuleId> ids(const QHash<Key, RuleNumbers> &rules, const Key &key) const
    {
        QList<RuleId> ids;
        if (const auto numbers = rules.constFind(key); numbers != rules.cend()) {
            ids.reserve(static_cast<qsizetype>(numbers->size()));
            for (const int number : *numbers)
                ids << entry(number).id;
        }
        return ids;
    }

    QHash<RuleId, int> m_numbers;
    std::vector<Entry> m_entries;  ///< by number; those of free numbers are empty
    std::vector<int> m_freeNumbers;
    mutable int m_lastFound = -1;
    QHash<EndpointKey, Endpoint> m_endpoints;
    QHash<ProtocolId, RuleNumbers> m_byProtocol;
    QHash<GatewayId, RuleNumbers> m_byGateway;
    QHash<ServiceId, RuleNumbers> m_byService;
    QHash<ServiceId, QString> m_agents;
    QHash<QString, QSet<ServiceId>> m_byAgent;
    mutable std::optional<PortOwners> m_portOwners;
};

/// True if `wide` takes every client that `narrow` takes; an empty list takes everyone. Networks are compared one by
/// one: two halves are not seen to make a whole.
[[nodiscard]] bool covers(const QList<Network> &wide, const QList<Network> &narrow);

} // namespace ferry
