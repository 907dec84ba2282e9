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

DataDeadline dataDeadline(const LimitsSettings &limits, bool isFilterOn, TimePoint lastActivity)
{
    if (isFilterOn && limits.data <= limits.idle)
        return {
            lastActivity + limits.data, "Nothing moved on the data connection for too long: it was cut.", Limit::Data};
    return {lastActivity + limits.idle, "The data connection was idle for too long.", std::nullopt};
}

} // namespace ferry::proxy
