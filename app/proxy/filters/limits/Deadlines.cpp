#include "app/proxy/filters/limits/Deadlines.h"

namespace ferry::proxy {

SessionDeadline nextDeadline(const LimitsSettings &limits, const SessionTimes &times)
{
    const TimePoint idleEnd = times.lastActivity + limits.idle;
    const TimePoint loginEnd = times.begin + limits.login;
    if (times.awaitsLogin && loginEnd < idleEnd)
        return {
            loginEnd, "421 Login took too long.\r\n", "Nobody logged in within the time of the rule.", Limit::Login};
    return {idleEnd, "421 Idle for too long.\r\n", "The session was idle for too long.", Limit::Idle};
}

} // namespace ferry::proxy
