#pragma once

#include "models/checks/PortOwners.h"
#include "models/rules/RuleSet.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>

namespace ferry {

/// Who meets whom: rules by what they refer to, by listener and by published range. Kept rule by rule, so that a check
/// of one rule, and the question whom its change can touch, cost as much as it has neighbours.
class CheckIndex {
public:
    void rebuild(const RuleSet &ruleSet);
    enum class Order { Same, Moved };  ///< whether the rule's place in the order of evaluation changed
    /// Takes the rule as it is now; one that is gone is forgotten. Rules whose findings can depend on what changed
    /// about the rule are added to `touched`, the rule itself is not.
    void update(const RuleSet &ruleSet, const RuleId &rule, Order order, QSet<RuleId> &touched);
    void updateService(const RuleSet &ruleSet, const ServiceId &service);

    [[nodiscard]] QSet<RuleId> rulesOf(const ProtocolId &protocol) const { return m_byProtocol.value(protocol); }
    [[nodiscard]] QSet<RuleId> rulesOf(const GatewayId &gateway) const { return m_byGateway.value(gateway); }
    [[nodiscard]] QSet<RuleId> rulesOf(const ServiceId &service) const { return m_byService.value(service); }
    /// Other FTP services with the same agent, which means on the same host.
    [[nodiscard]] QList<ServiceId> servicesBeside(const ServiceId &service) const;

    /// The first enabled rule in front of `rule` that takes all of its clients on one of its gateways; null: none.
    [[nodiscard]] RuleId shadowOf(const RuleSet &ruleSet, const PublishingRule &rule) const;
    /// A rule that publishes some of the same ports of one address for another server; null: none.
    [[nodiscard]] RuleId rangeRival(const RuleId &rule) const;
    /// A rule, possibly the same one, that publishes the port of the rule's listener as a data port; null: none.
    [[nodiscard]] RuleId rangeOverListener(const RuleId &rule) const;
    /// The lowest port from `from` on that no rule uses on any address that `rule` listens on; 0: none.
    [[nodiscard]] quint16 freePort(const RuleId &rule, quint16 from) const;
    /// Who uses which port; counted when it is asked for first after a change.
    [[nodiscard]] const PortOwners &portOwners(const RuleSet &ruleSet) const;
    void forgetPortOwners() { m_portOwners.reset(); }

private:
    /// What the index knows of an enabled rule; kept to find it again when the rule has changed.
    struct Entry {
        ProtocolId protocol;
        ServiceId service;
        QList<GatewayId> gateways;
        Listener listener;  ///< with the port filled in
        QList<PortRange> published;
        Address server;
        QList<Network> from;
        bool enabled = false;

        bool operator==(const Entry &) const = default;
    };
    /// The rules on one address of one gateway.
    struct Endpoint {
        std::map<quint16, QSet<RuleId>> listeners;
        /// By range, then by server: rules of one server may share ports.
        std::map<PortRange, std::map<Address, std::set<RuleId>>> ranges;
        int longest = 0;  ///< no range is longer; bounds the search for overlaps
    };
    using EndpointKey = std::pair<GatewayId, Address>;

    [[nodiscard]] static Entry entryOf(const RuleSet &ruleSet, const PublishingRule &rule);
    void add(const RuleId &rule, const Entry &entry);
    void remove(const RuleId &rule, const Entry &entry);
    void collectTouched(const RuleId &rule, const Entry &entry, QSet<RuleId> &touched) const;
    template <class Visit>
    static void visitOverlaps(const Endpoint &endpoint, PortRange ports, Visit visit);

    QHash<RuleId, Entry> m_entries;
    QHash<EndpointKey, Endpoint> m_endpoints;
    QHash<ProtocolId, QSet<RuleId>> m_byProtocol;
    QHash<GatewayId, QSet<RuleId>> m_byGateway;
    QHash<ServiceId, QSet<RuleId>> m_byService;
    QHash<ServiceId, QString> m_agents;
    QHash<QString, QSet<ServiceId>> m_byAgent;
    mutable std::optional<PortOwners> m_portOwners;
};

/// True if `wide` takes every client that `narrow` takes; an empty list takes everyone. Networks are compared one by
/// one: two halves are not seen to make a whole.
[[nodiscard]] bool covers(const QList<Network> &wide, const QList<Network> &narrow);

} // namespace ferry
