#include "models/checks/PortOwners.h"

namespace ferry {
namespace {

constexpr int firstSuggestedPort = 5000;
// Linux takes ports of outgoing connections from 32768 up (ip_local_port_range).
constexpr int lastSuggestedPort = 32767;

} // namespace

PortOwners::PortOwners(const RuleSet &ruleSet) : m_owners(65536, nobody)
{
    for (const FtpService &service : ruleSet.ftpServices) {
        if (service.passivePorts)
            take(*service.passivePorts, numberOf(service.id));
    }
    // Thousands of rules share a few protocol definitions: each pair of definition and service counts once.
    QHash<ServiceId, QList<ProtocolId>> countedOfServices;
    QList<ProtocolId> countedOfOthers;
    for (const PublishingRule &rule : ruleSet.rules) {
        if (const quint16 port = listenerPort(ruleSet, rule); port != 0)
            m_owners[port] = everyone;
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        QList<ProtocolId> &counted = site ? countedOfServices[site->service] : countedOfOthers;
        if (counted.contains(rule.protocol))
            continue;
        counted << rule.protocol;
        const int owner = site ? numberOf(site->service) : everyone;
        const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
        for (const PortRange &range : protocol ? relayPorts(*protocol) : QList<PortRange>())
            take(range, owner);
    }
}

int PortOwners::numberOf(const ServiceId &service)
{
    const auto known = m_numbers.constFind(service);
    return known != m_numbers.cend() ? *known : *m_numbers.insert(service, static_cast<int>(m_numbers.size()) + 1);
}

void PortOwners::take(PortRange ports, int owner)
{
    for (int port = ports.low(); port <= ports.high(); ++port) {
        int &current = m_owners[static_cast<std::size_t>(port)];
        current = current == nobody || current == owner ? owner : everyone;
    }
}

std::optional<PortRange> PortOwners::freeRange(const ServiceId &service, int ports) const
{
    if (ports < 1)
        return std::nullopt;
    const int own = m_numbers.value(service, nobody);
    int low = firstSuggestedPort;
    for (int port = low; port <= lastSuggestedPort; ++port) {
        const int owner = m_owners[static_cast<std::size_t>(port)];
        if (owner != nobody && owner != own)
            low = port + 1;
        else if (port - low + 1 == ports)
            return PortRange::fromTrusted(static_cast<quint16>(low), static_cast<quint16>(port));
    }
    return std::nullopt;
}

} // namespace ferry
