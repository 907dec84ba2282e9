#include "app/proxy/filters/limits/Admission.h"

namespace ferry::proxy {

std::optional<Refusal> refuseSession(const LimitsSettings &limits, const OpenSessions &open)
{
    const auto isReached = [](std::uint32_t limit, std::uint32_t count) { return limit != 0 && count >= limit; };
    if (isReached(limits.sessions, open.ofRule)) {
        return Refusal{
            "421 Too many sessions, try again later.\r\n", "The rule's limit of sessions is reached.", Limit::Sessions};
    }
    if (isReached(limits.sessionsPerClient, open.ofClient)) {
        return Refusal{"421 Too many sessions from your address, try again later.\r\n",
            "The rule's limit of sessions for one client is reached.", Limit::SessionsPerClient};
    }
    if (isReached(limits.sessionsPerNetwork, open.ofNetwork)) {
        return Refusal{"421 Too many sessions from your network, try again later.\r\n",
            "The rule's limit of sessions for one client network is reached.", Limit::SessionsPerNetwork};
    }
    return std::nullopt;
}

} // namespace ferry::proxy
