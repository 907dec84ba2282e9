// Whose is a connection? The rest of the program is in Proxy.cpp.
#include "app/proxy/Proxy.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {

namespace {

/// Which address was called, where one listens on all of them.
Endpoint calledEndpoint(const Endpoint &listener, const Accepted &accepted)
{
    return listener.address.isUnspecified() ? localEndpoint(accepted.fd.get()) : listener;
}

} // namespace

void Proxy::onAccepted(Listener &listener, Accepted accepted)
{
    if (m_dataPorts.offer(calledEndpoint(listener.local(), accepted), accepted) || acceptControl(listener, accepted)
        || acceptForSession(listener.local(), accepted) || m_takeover.claim(listener.local(), accepted))
        return;
    acceptWithoutSession(listener, accepted);
}

void Proxy::refuse(const Listener &listener, const Accepted &accepted)
{
    resetOnClose(accepted.fd.get());
    deny(listener, accepted,
        listener.roles().control.empty()
            ? "No session of this client may use relay port " + std::to_string(listener.local().port) + "."
            : "No rule admits this client to " + listener.local().toString() + ".");
}

bool Proxy::acceptControl(const Listener &listener, Accepted &accepted)
{
    for (LiveRule *rule : listener.roles().control) {
        if (rule->rule().admits(accepted.peer.address)) {
            m_sessions.start(m_services, *rule, std::move(accepted));
            return true;
        }
    }
    return false;
}

bool Proxy::acceptForSession(const Endpoint &listener, Accepted &accepted)
{
    Session *session = m_sessions.findForData(listener, accepted.peer.address);
    if (session)
        session->relayData(std::move(accepted.fd), listener.port);
    return session != nullptr;
}

void Proxy::acceptWithoutSession(const Listener &listener, Accepted &accepted)
{
    for (LiveRule *live : listener.roles().relay) {
        const Rule &rule = live->rule();
        if (rule.filter.dataPeers.sameClientAddress || !rule.admits(accepted.peer.address))
            continue;
        const DataChannel::Plan plan{.caller = DataChannel::Caller::Client,
            .target = {rule.server.address, listener.local().port},
            .source = rule.source,
            .port = listener.local().port};
        const SessionIdentity identity{live->shared_from_this(), 0, accepted.peer};
        m_channels.add(std::make_unique<DataChannel>(m_services, identity, nullptr, plan))
            .begin(std::move(accepted.fd));
        return;
    }
    refuse(listener, accepted);
}

void Proxy::deny(const Listener &listener, const Accepted &accepted, std::string_view text)
{
    const Listener::Roles &roles = listener.roles();
    const LiveRule *rule = !roles.relay.empty() ? roles.relay.front() : nullptr;
    if (!roles.control.empty())
        m_denied.add(resultcode::policyRulesDenied);
    else if (rule)
        ++rule->counters().metrics.dataDenied;
    m_log.write({.rule = rule ? std::string_view(rule->rule().id) : std::string_view(),
        .client = accepted.peer,
        .action = LogAction::DeniedConnection,
        .resultCode = resultcode::policyRulesDenied,
        .text = text});
}

void Proxy::onAcceptExhausted(Listener &listener)
{
    ++m_acceptsExhausted;
    const std::string text =
        "A connection to " + listener.local().toString() + " was closed: the process has no file descriptor left.";
    m_log.write({.action = LogAction::FailedConnectionAttempt, .resultCode = resultcode::isBusy, .text = text});
}

void Proxy::onUnclaimed(const Endpoint &listener, Accepted accepted)
{
    if (const std::shared_ptr<Listener> known = m_rules.listenerAt(listener))
        acceptWithoutSession(*known, accepted);
    else
        resetOnClose(accepted.fd.get());
}

bool Proxy::take(const Endpoint &listener, Accepted &accepted)
{
    return m_dataPorts.offer(calledEndpoint(listener, accepted), accepted) || acceptForSession(listener, accepted);
}

} // namespace ferry::proxy
