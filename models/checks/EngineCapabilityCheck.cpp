#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/GatewayEdits.h"
#include "models/plan/KernelHelperLimits.h"
#include "models/plan/ModProxyLimits.h"
#include "models/plan/NodeConfig.h"
#include "models/plan/Words.h"

#include <algorithm>

namespace ferry {
namespace {

QuickFix switchOff(const RuleId &id)
{
    return {CheckText::tr("Switch the filter off for this rule"),
        [id](const RuleSet &) { return switchFilter(id, false); }};
}

QuickFix relay(const RuleId &id)
{
    return {CheckText::tr("Relay AUTH TLS (pass)"), [id](const RuleSet &) { return setAuthTls(id, AuthTls::Pass); }};
}

/// `fixes`, and the other engine where it has what is missing. The gateway's agent.json has to name it too.
QList<QuickFix> withBuiltin(
    const RuleContext &context, const Gateway &gateway, bool EngineCapabilities::*missing, QList<QuickFix> fixes)
{
    if (capabilitiesOf(context.facts, Engine::Builtin).*missing) {
        fixes.append({CheckText::tr("Switch the engine of %1 to builtin").arg(gateway.name),
            [id = gateway.id](const RuleSet &) { return setGatewayEngine(id, Engine::Builtin); }});
    }
    return fixes;
}

void checkAuthTls(const RuleContext &context, const Gateway &gateway, const EngineCapabilities &can, FindingSink &sink)
{
    const RuleId id = context.rule.id;
    const AuthTls handling = context.rule.filter.authTls;
    if (handling == AuthTls::Terminate && !can.authTlsTerminate) {
        sink.add(findingcode::engineAuthTls, Severity::Error, gateway.id.text(), [&] {
            return FindingWords{QStringLiteral("filter.authTls"),
                CheckText::tr("%1 cannot terminate TLS").arg(engineText(gateway.engine)),
                CheckText::tr(
                    "The rule asks %1 to end TLS and inspect what is in it. Its engine, %2, cannot do that, and the "
                    "rule cannot be applied there.")
                    .arg(gateway.name, engineText(gateway.engine)),
                withBuiltin(context, gateway, &EngineCapabilities::authTlsTerminate, {relay(id), switchOff(id)})};
        });
    } else if (handling == AuthTls::Deny && context.tls == TlsMode::Explicit && !can.authTlsDeny) {
        sink.add(findingcode::engineAuthTls, Severity::Error, gateway.id.text(), [&] {
            return FindingWords{QStringLiteral("filter.authTls"),
                CheckText::tr("%1 cannot deny AUTH TLS").arg(engineText(gateway.engine)),
                CheckText::tr(
                    "The rule asks %1 to deny AUTH TLS. Its engine answers no commands, and the rule cannot be applied "
                    "there. Relayed, the channel is encrypted from then on: no data ports are opened, and LIST will "
                    "hang after 150 unless a passive range is published.")
                    .arg(gateway.name),
                withBuiltin(context, gateway, &EngineCapabilities::authTlsDeny, {relay(id)})};
        });
    }
}

void checkFilter(const RuleContext &context, const Gateway &gateway, const EngineCapabilities &can, FindingSink &sink)
{
    const RuleId id = context.rule.id;
    const QString part = gateway.id.text();
    if (!can.filter) {
        sink.add(findingcode::engineFilter, Severity::Error, part, [&] {
            return FindingWords{QStringLiteral("filter.enabled"),
                CheckText::tr("%1 forwards only; the FTP filter needs the builtin engine")
                    .arg(engineText(gateway.engine)),
                CheckText::tr("The rule asks for the filter, which the engine of %1 does not have, and cannot be "
                              "applied there. Without the filter, publish a fixed passive range, or LIST will "
                              "hang after 150.")
                    .arg(gateway.name),
                withBuiltin(context, gateway, &EngineCapabilities::filter, {switchOff(id)})};
        });
        return;
    }
    checkAuthTls(context, gateway, can, sink);
    if (!can.commandPolicy && context.rule.filter.commands.preset != CommandPreset::Full) {
        sink.add(findingcode::engineCommands, Severity::Error, part, [&] {
            return FindingWords{QStringLiteral("filter.commands"),
                CheckText::tr("%1 does not enforce the command policy").arg(engineText(gateway.engine)),
                CheckText::tr(
                    "All commands would get through on %1, whatever the rule says, so it cannot be applied there.")
                    .arg(gateway.name),
                withBuiltin(context, gateway, &EngineCapabilities::commandPolicy,
                    {{CheckText::tr("Use the preset Full"),
                        [id](const RuleSet &) { return setCommandPolicy(id, {}); }}})};
        });
    }
}

/// These hold with the filter switched off too.
void checkSessions(const RuleContext &context, const Gateway &gateway, const EngineCapabilities &can, FindingSink &sink)
{
    const FilterSettings &settings = context.rule.filter;
    if (!can.sessionLimits
        && (settings.maxSessions > 0 || settings.maxSessionsPerClient > 0 || settings.maxSessionsPerNetwork > 0)) {
        // With the filter on the rule promises them; without it they are for engines that count.
        sink.add(
            findingcode::engineLimits, context.filterOn ? Severity::Error : Severity::Note, gateway.id.text(), [&] {
                return FindingWords{QStringLiteral("filter.maxSessions"),
                    CheckText::tr("%1 does not limit sessions").arg(engineText(gateway.engine)),
                    context.filterOn
                        ? CheckText::tr(
                              "More sessions would get through on %1 than the rule says, so it cannot be applied "
                              "there.")
                              .arg(gateway.name)
                        : CheckText::tr("More sessions get through on %1 than the rule says.").arg(gateway.name),
                    withBuiltin(context, gateway, &EngineCapabilities::sessionLimits, {})};
            });
    }
    if (!can.relayedPeers && settings.sameClientAddress && context.relaysData && context.protocol
        && !relayPorts(*context.protocol).isEmpty()) {
        sink.add(findingcode::engineRelayedPeers, Severity::Note, gateway.id.text(), [&] {
            return FindingWords{QStringLiteral("filter.sameClientAddress"),
                CheckText::tr("%1 does not know who has a session").arg(engineText(gateway.engine)),
                CheckText::tr("Every client that the rule admits reaches the published passive ports through %1, also "
                              "without being logged in. Whether data connections come from the client of the session "
                              "is left to the FTP server, which by its default settings looks after it.")
                    .arg(gateway.name),
                withBuiltin(context, gateway, &EngineCapabilities::relayedPeers, {})};
        });
    }
}

/// What the agent of engine nftables refuses of a filter that it could bind, in the same words.
void checkKernelHelper(const RuleContext &context, const Gateway &gateway, FindingSink &sink)
{
    const RuleId id = context.rule.id;
    const QStringList beyond = beyondKernelHelper({context.rule.filter, context.rule.listener.address,
        addressClientsReach(context.rule, gateway, context.site), !gateway.clientAddresses.isEmpty()});
    if (beyond.isEmpty())
        return;
    sink.add(findingcode::engineSettings, Severity::Error, gateway.id.text(), [&] {
        return FindingWords{QStringLiteral("filter"),
            CheckText::tr("%1 cannot do what the filter is set to").arg(engineText(gateway.engine)),
            CheckText::tr(
                "On %1 the filter is the FTP helper of the kernel. It does not do the following, and the rule "
                "cannot be applied there. %2")
                .arg(gateway.name, beyond.join(u' ')),
            withBuiltin(context, gateway, &EngineCapabilities::filter, {switchOff(id)})};
    });
}

qsizetype dataRanges(const ProtocolDefinition *protocol)
{
    if (!protocol)
        return 0;
    return std::count_if(protocol->secondary.cbegin(), protocol->secondary.cend(),
        [](const ProtocolConnection &connection) { return connection.direction == Direction::Inbound; });
}

/// What its own engine's agent refuses, in the same words.
void checkModProxy(const RuleContext &context, const Gateway &gateway, FindingSink &sink)
{
    const RuleId id = context.rule.id;
    const QStringList beyond = beyondModProxy({context.filterOn, context.rule.filter, context.tls,
        dataRanges(context.protocol), !gateway.clientAddresses.isEmpty()});
    if (beyond.isEmpty())
        return;
    sink.add(findingcode::engineSettings, Severity::Error, gateway.id.text(), [&] {
        QList<QuickFix> fixes;
        if (!context.filterOn) {
            fixes.append({CheckText::tr("Switch the filter on for this rule"),
                [id](const RuleSet &) { return switchFilter(id, true); }});
        }
        return FindingWords{context.filterOn ? QStringLiteral("filter") : QStringLiteral("filter.enabled"),
            CheckText::tr("%1 cannot do what the rule asks for").arg(engineText(gateway.engine)),
            CheckText::tr("The engine of %1 does not do the following, and the rule cannot be applied there. %2")
                .arg(gateway.name, beyond.join(u' ')),
            withBuiltin(context, gateway, &EngineCapabilities::filter, fixes)};
    });
}

} // namespace

void checkEngineCapabilities(const RuleContext &context, FindingSink &sink)
{
    for (const Gateway *gateway : context.gateways()) {
        const EngineCapabilities can = capabilitiesOf(context.facts, gateway->engine);
        if (context.filterOn)
            checkFilter(context, *gateway, can, sink);
        checkSessions(context, *gateway, can, sink);
        if (gateway->engine == Engine::Nftables && context.filterOn)
            checkKernelHelper(context, *gateway, sink);
        if (gateway->engine == Engine::Proftpd)
            checkModProxy(context, *gateway, sink);
    }
}

} // namespace ferry
