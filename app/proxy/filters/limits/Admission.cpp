#include "app/proxy/filters/limits/Admission.h"

namespace ferry::proxy {

std::optional<Refusal> refuseSession(
    const LimitsSettings &limits, std::uint32_t sessionsOfRule, std::uint32_t sessionsOfClient)
{
    if (limits.sessions != 0 && sessionsOfRule >= limits.sessions) {
        return Refusal{
            "421 Too many sessions, try again later.\r\n", "The rule's limit of sessions is reached.", Limit::Sessions};
    }
    if (limits.sessionsPerClient != 0 && sessionsOfClient >= limits.sessionsPerClient) {
        return Refusal{"421 Too many sessions from your address, try again later.\r\n",
            "The rule's limit of sessions for one client is reached.", Limit::SessionsPerClient};
    }
    return std::nullopt;
}

} // namespace ferry::proxy
