#include "models/checks/PassivePortNeed.h"

#include "models/checks/PortOwners.h"

#include <algorithm>
#include <limits>

namespace ferry {
namespace {

constexpr int portsPerTransferAtOnce = 5;

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
    return PortOwners(ruleSet).freeRange(service, ports);
}

} // namespace ferry
