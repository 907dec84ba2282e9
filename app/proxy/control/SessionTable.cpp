#include "app/proxy/control/SessionTable.h"

#include "app/proxy/control/Farewell.h"
#include "app/proxy/filters/limits/Admission.h"

#include <algorithm>

namespace ferry::proxy {

void SessionTable::start(Services &services, LiveRule &rule, Accepted accepted)
{
    SessionIdentity identity{rule.shared_from_this(), ++m_lastId, accepted.peer};
    RuleCounters &counters = rule.counters();
    const LimitsSettings &limits = rule.rule().filter.limits;
    const IpAddress &client = accepted.peer.address;
    // Those that began under an earlier version of the rule count as this one says.
    counters.clients.countNetworks(limits.sessionsPerNetwork != 0 ? std::optional(limits.network) : std::nullopt);
    const std::optional<Refusal> refusal = counters.isDraining
        ? Refusal{"421 Closed for maintenance, try again later.\r\n", "The rule takes no new sessions."}
        : refuseSession(
              limits, {counters.sessions, counters.clients.ofClient(client), counters.clients.ofNetwork(client)});
    if (refusal) {
        RuleMetrics &metrics = counters.metrics;
        metrics.denied.add(resultcode::isBusy);
        if (refusal->limit)
            metrics.count(*refusal->limit);
        if (!rule.rule().isClientImplicit())
            RuleMetrics::countReply(metrics.gatewayReplies, 421);
        const std::string_view reply = rule.rule().isClientImplicit() ? std::string_view() : refusal->reply;
        identity.log(services.log,
            {.action = LogAction::DeniedConnection,
                .reply = reply.substr(0, reply.empty() ? 0 : reply.size() - 2),
                .resultCode = resultcode::isBusy,
                .text = refusal->text});
        services.farewells.dismiss(std::move(accepted.fd), std::string(reply));
        return;
    }
    const std::uint64_t id = identity.id;
    Session &session = *m_sessions.emplace(id, std::make_unique<Session>(services, std::move(identity))).first->second;
    m_byClient[accepted.peer.address].push_back(&session);
    counters.sessionBegan(accepted.peer.address);
    session.start(std::move(accepted.fd));
}

void SessionTable::retire(Session &session, std::uint32_t code)
{
    const auto at = m_sessions.find(session.identity().id);
    if (at == m_sessions.end())
        return;
    RuleCounters &counters = session.identity().rule->counters();
    counters.sessionEnded(session.identity().client.address);
    counters.metrics.closed.add(code);
    counters.metrics.control += session.controlTraffic();
    const auto client = m_byClient.find(session.identity().client.address);
    // The youngest is asked for first, and leaves first more often than not.
    const auto own = std::find(client->second.rbegin(), client->second.rend(), &session);
    client->second.erase(std::next(own).base());
    if (client->second.empty())
        m_byClient.erase(client);
    m_loop.retire(std::move(at->second));
    m_sessions.erase(at);
}

void SessionTable::killAll(std::string_view text)
{
    while (!m_sessions.empty())
        m_sessions.begin()->second->kill(text);
}

bool SessionTable::kill(std::uint64_t id, std::string_view text)
{
    const auto at = m_sessions.find(id);
    if (at == m_sessions.end())
        return false;
    at->second->kill(text);
    return true;
}

Session *SessionTable::findForData(const Endpoint &relayPort, const IpAddress &client) const
{
    const auto own = m_byClient.find(client);
    if (own == m_byClient.end())
        return nullptr;
    const auto at = std::find_if(own->second.rbegin(), own->second.rend(), [&](const Session *session) {
        const Rule &rule = session->rule();
        return rule.listen.address == relayPort.address && rule.relayPorts.contains(relayPort.port);
    });
    return at == own->second.rend() ? nullptr : *at;
}

std::optional<TranscriptSnapshot> SessionTable::transcript(std::uint64_t id) const
{
    const auto at = m_sessions.find(id);
    return at == m_sessions.end() ? std::nullopt : std::optional(at->second->transcript());
}

void SessionTable::addTraffic(OpenTraffic &traffic) const
{
    for (const auto &[id, session] : m_sessions)
        traffic[&session->identity().rule->counters()].control += session->controlTraffic();
}

std::vector<SessionSnapshot> SessionTable::snapshots() const
{
    std::vector<SessionSnapshot> snapshots;
    snapshots.reserve(m_sessions.size());
    for (const auto &[id, session] : m_sessions)
        snapshots.push_back(session->snapshot());
    std::sort(snapshots.begin(), snapshots.end(),
        [](const SessionSnapshot &a, const SessionSnapshot &b) { return a.id < b.id; });
    return snapshots;
}

} // namespace ferry::proxy
