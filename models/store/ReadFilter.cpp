#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"

namespace ferry {
namespace {

void readCommands(Reading &reading, QList<QString> &commands)
{
    reading.uniqueList(commands, QString(), [&](QString &command) { return reading.command(command); });
}

constexpr Field<CommandPolicy> policyFields[]{
    {QLatin1StringView("allow"), false,
        [](Reading &reading, CommandPolicy &policy) { readCommands(reading, policy.allow); }},
    {QLatin1StringView("deny"), false,
        [](Reading &reading, CommandPolicy &policy) { readCommands(reading, policy.deny); }},
    {QLatin1StringView("preset"), false,
        [](Reading &reading, CommandPolicy &policy) { reading.choice(policy.preset); }},
};

constexpr Field<DataModes> dataModeFields[]{
    {QLatin1StringView("active"), false, [](Reading &reading, DataModes &modes) { reading.flag(modes.active); }},
    {QLatin1StringView("passive"), false, [](Reading &reading, DataModes &modes) { reading.flag(modes.passive); }},
};

using Limits = FilterLimits;

constexpr Field<FilterSettings> filterFields[]{
    {QLatin1StringView("authTls"), false,
        [](Reading &reading, FilterSettings &filter) { reading.choice(filter.authTls); }},
    {QLatin1StringView("banner"), false,
        [](Reading &reading, FilterSettings &filter) { reading.text(filter.banner, {TextLimits::banner}); }},
    {QLatin1StringView("clearCommandChannel"), false,
        [](Reading &reading, FilterSettings &filter) { reading.flag(filter.clearCommandChannel); }},
    {QLatin1StringView("commands"), false,
        [](Reading &reading, FilterSettings &filter) { readFields(reading, policyFields, filter.commands); }},
    {QLatin1StringView("dataModes"), false,
        [](Reading &reading, FilterSettings &filter) { readFields(reading, dataModeFields, filter.dataModes); }},
    {QLatin1StringView("dataSeconds"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.dataSeconds, 1, Limits::maxDataSeconds);
        }},
    {QLatin1StringView("enabled"), false,
        [](Reading &reading, FilterSettings &filter) { reading.flag(filter.enabled); }},
    {QLatin1StringView("idleSeconds"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.idleSeconds, 1, Limits::maxIdleSeconds);
        }},
    {QLatin1StringView("loginSeconds"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.loginSeconds, 1, Limits::maxLoginSeconds);
        }},
    {QLatin1StringView("maxLineBytes"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.maxLineBytes, Limits::minLineBytes, Limits::maxLineBytes);
        }},
    {QLatin1StringView("maxSessions"), false,
        [](Reading &reading, FilterSettings &filter) { reading.number(filter.maxSessions, 0, Limits::maxSessions); }},
    {QLatin1StringView("maxSessionsPerClient"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.maxSessionsPerClient, 0, Limits::maxSessions);
        }},
    {QLatin1StringView("maxSessionsPerNetwork"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.maxSessionsPerNetwork, 0, Limits::maxSessions);
        }},
    {QLatin1StringView("networkPrefix4"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.networkPrefix4, Limits::minNetworkPrefix4, Limits::maxNetworkPrefix4);
        }},
    {QLatin1StringView("networkPrefix6"), false,
        [](Reading &reading, FilterSettings &filter) {
            reading.number(filter.networkPrefix6, Limits::minNetworkPrefix6, Limits::maxNetworkPrefix6);
        }},
    {QLatin1StringView("rewriteAddress"), false,
        [](Reading &reading, FilterSettings &filter) { reading.flag(filter.rewriteAddress); }},
    {QLatin1StringView("sameClientAddress"), false,
        [](Reading &reading, FilterSettings &filter) { reading.flag(filter.sameClientAddress); }},
    {QLatin1StringView("upstreamTls"), false,
        [](Reading &reading, FilterSettings &filter) { reading.choice(filter.upstreamTls); }},
};

} // namespace

void readFilter(Reading &reading, FilterSettings &filter)
{
    readFields(reading, filterFields, filter);
}

} // namespace ferry
