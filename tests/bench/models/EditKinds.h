#pragma once

#include "models/edits/FilterEdits.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/MoveRules.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "tests/bench/models/LargeRuleSet.h"

#include <QRandomGenerator>

namespace ferry::bench {

/// One kind of edit, made anew for a random object each time.
struct EditKind {
    const char *name;
    EditPtr (*make)(const RuleSet &ruleSet, QRandomGenerator &random);
};

template <class T>
const T &any(const Table<T> &table, QRandomGenerator &random)
{
    return table.at(random.bounded(static_cast<int>(table.size())));
}

inline PortRange anyRange(QRandomGenerator &random)
{
    const int low = 5000 + 4 * random.bounded(1000);
    return PortRange::fromTrusted(static_cast<quint16>(low), static_cast<quint16>(low + 3));
}

inline QList<ProtocolConnection> controlAnd(PortRange ports)
{
    return {{Direction::Inbound, PortRange::fromTrusted(21, 21)}, {Direction::Inbound, ports}};
}

/// What people do to one object, with the number of rules that it touches in the large rule set.
inline constexpr EditKind smallEdits[]{
    {"rename a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            return renameRule(any(set.rules, random).id, QStringLiteral("Renamed %1").arg(random.generate()));
        }},
    {"switch a rule's filter",
        [](const RuleSet &set, QRandomGenerator &random) {
            const PublishingRule &rule = any(set.rules, random);
            return switchFilter(rule.id, !rule.filter.enabled);
        }},
    {"enable or disable a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            const PublishingRule &rule = any(set.rules, random);
            return setRuleEnabled(rule.id, !rule.enabled);
        }},
    {"listen where another rule does",
        [](const RuleSet &set, QRandomGenerator &random) {
            return setListener(any(set.rules, random).id, any(set.rules, random).listener);
        }},
    {"source networks of a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            return setSourceNetworks(any(set.rules, random).id, {Network::fromTrusted(u"198.51.100.0/24")});
        }},
    {"another protocol for a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            return setRuleProtocol(any(set.rules, random).id, any(set.protocols, random).id);
        }},
    {"insert a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            PublishingRule rule = any(set.rules, random);
            rule.id = RuleId::fromTrusted(QStringLiteral("new-%1").arg(random.generate()));
            return insertRule(rule, random.bounded(static_cast<int>(set.rules.size())));
        }},
    {"duplicate a rule",
        [](const RuleSet &set, QRandomGenerator &random) { return duplicateRule(any(set.rules, random).id); }},
    {"remove a rule",
        [](const RuleSet &set, QRandomGenerator &random) { return removeRules({any(set.rules, random).id}); }},
    {"move a rule",
        [](const RuleSet &set, QRandomGenerator &random) {
            return moveRules({any(set.rules, random).id}, random.bounded(static_cast<int>(set.rules.size())));
        }},
    {"rename an FTP service: 100 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            return renameService(any(set.ftpServices, random).id, QStringLiteral("Files %1").arg(random.generate()));
        }},
    {"passive range of a service: 100 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            return setPassivePorts(any(set.ftpServices, random).id, anyRange(random));
        }},
    {"ports of a protocol: 100 rules",
        [](const RuleSet &, QRandomGenerator &random) {
            return setPrimaryConnections(sharedProtocol(random.bounded(sharedProtocols)), controlAnd(anyRange(random)));
        }},
    {"addresses of a gateway: 2,000 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            const Gateway &gateway = any(set.gateways, random);
            QList<Address> addresses = gateway.externalAddresses;
            addresses.append(addresses.takeFirst());
            addresses[random.bounded(static_cast<int>(addresses.size()))] = Address::fromTrusted(u"192.0.2.77");
            return setExternalAddresses(gateway.id, addresses);
        }},
};

/// Edits that touch a large part of the rule set: checked in slices between events.
inline constexpr EditKind largeEdits[]{
    {"ports of a protocol: 50,000 rules",
        [](const RuleSet &, QRandomGenerator &random) {
            return setPrimaryConnections(houseProtocol(), controlAnd(anyRange(random)));
        }},
    {"move 20 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            QList<RuleId> rules;
            for (int i = 0; i < 20; ++i)
                rules << any(set.rules, random).id;
            return moveRules(rules, random.bounded(static_cast<int>(set.rules.size())));
        }},
    {"remove 50 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            QSet<RuleId> rules;
            while (rules.size() < 50)
                rules << any(set.rules, random).id;
            return removeRules(rules.values());
        }},
    {"remove 5,000 rules",
        [](const RuleSet &set, QRandomGenerator &random) {
            QList<RuleId> rules;
            const int first = random.bounded(static_cast<int>(set.rules.size()) - 5000);
            for (int i = 0; i < 5000; ++i)
                rules << set.rules.at(first + i).id;
            return removeRules(rules);
        }},
};

} // namespace ferry::bench
