#include "models/checks/PassivePortNeed.h"

#include <algorithm>
#include <limits>

namespace ferry {
namespace {

constexpr int firstSuggestedPort = 5000;
constexpr int lastSuggestedPort = 32767;
constexpr int portsPerTransferAtOnce = 5;

// Everything a new passive range must stay away from.
QList<PortRange> takenPorts(const RuleSet &ruleSet, const ServiceId &service)
{
    QList<PortRange> taken;
    for (const FtpService &other : ruleSet.ftpServices) {
        if (other.id != service && other.passivePorts)
            taken << *other.passivePorts;
    }
    for (const PublishingRule &rule : ruleSet.rules) {
        if (const quint16 port = listenerPort(ruleSet, rule); port != 0)
            taken << PortRange::fromTrusted(port, port);
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
        if (protocol && (!site || site->service != service))
            taken << relayPorts(*protocol);
    }
    std::sort(taken.begin(), taken.end());
    return taken;
}

} // namespace

int passivePortsNeeded(const TransferLoad &load)
{
    const qint64 startedWhileResting = qint64(load.atOnce) * timeWaitSeconds / std::max(1, load.seconds);
    const qint64 needed = std::max(startedWhileResting + 1, qint64(portsPerTransferAtOnce) * load.atOnce);
    return static_cast<int>(std::min<qint64>(needed, std::numeric_limits<int>::max()));
}

int sustainedTransfers(int ports, int seconds)
{
    // Two bounds of passivePortsNeeded(), each turned round.
    const qint64 byRest = (qint64(ports) * std::max(1, seconds) - 1) / timeWaitSeconds;
    int atOnce = static_cast<int>(std::min<qint64>(byRest, ports / portsPerTransferAtOnce));
    while (passivePortsNeeded({atOnce + 1, seconds}) <= ports)
        ++atOnce;
    return atOnce;
}

std::optional<PortRange> suggestedPassiveRange(const RuleSet &ruleSet, const ServiceId &service, int ports)
{
    if (ports < 1 || ports > lastSuggestedPort - firstSuggestedPort + 1)
        return {};
    int low = firstSuggestedPort;
    for (const PortRange &taken : takenPorts(ruleSet, service)) {
        if (taken.high() < low)
            continue;
        if (taken.low() >= low + ports)
            break;
        low = taken.high() + 1;
    }
    if (low + ports - 1 > lastSuggestedPort)
        return {};
    return PortRange::fromTrusted(static_cast<quint16>(low), static_cast<quint16>(low + ports - 1));
}

} // namespace ferry
