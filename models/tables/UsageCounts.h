#pragma once

#include "models/rules/RuleSet.h"

#include <QHash>

namespace ferry {

/// How many rules use each protocol definition, FTP service and gateway.
struct UsageCounts {
    QHash<ProtocolId, int> protocols;
    QHash<ServiceId, int> services;
    QHash<GatewayId, int> gateways;
};

[[nodiscard]] inline UsageCounts usageCounts(const RuleSet &ruleSet)
{
    UsageCounts counts;
    for (const PublishingRule &rule : ruleSet.rules) {
        ++counts.protocols[rule.protocol];
        if (const auto *site = std::get_if<ServiceSite>(&rule.server))
            ++counts.services[site->service];
        for (const GatewayId &gateway : rule.gateways)
            ++counts.gateways[gateway];
    }
    return counts;
}

} // namespace ferry
