#include "app/proxy/data/DataChannel.h"

#include "app/proxy/data/ChannelTable.h"
#include "app/proxy/filters/data_peers/DataPeers.h"
#include "app/proxy/log/ConnectError.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {

DataChannel::DataChannel(Services &services, SessionIdentity identity, DataChannelOwner *owner, const Plan &plan)
    : m_services(services), m_identity(std::move(identity)), m_owner(owner), m_plan(plan)
{
}

DataChannel::~DataChannel() = default;

bool DataChannel::wait(Fd listener, PortLease lease, const IpAddress &caller)
{
    m_lease = std::move(lease);
    m_callerAddress = caller;
    m_listener = DataListener::create(m_services.loop, std::move(listener), *this);
    m_services.loop.arm(*this, m_services.loop.now() + waitPatience);
    return m_listener != nullptr;
}

bool DataChannel::admitsDataPeer(const IpAddress &peer)
{
    // The server is known by its address alone; a client may be allowed to come from elsewhere.
    const bool isAdmitted = m_plan.caller == Caller::Server
        ? peer == m_callerAddress
        : mayUseDataPort(m_identity.rule->rule().filter.dataPeers, m_callerAddress, peer);
    if (!isAdmitted) {
        log(LogAction::DeniedConnection, Originator::Gateway, resultcode::policyRulesDenied, 0,
            "Data port " + std::to_string(m_plan.port) + " is not open for " + peer.toString() + ".");
    }
    return isAdmitted;
}

void DataChannel::onDataAccepted(Accepted accepted)
{
    m_listener.reset();
    begin(std::move(accepted.fd));
}

void DataChannel::begin(Fd accepted)
{
    tuneDataSocket(accepted.get());
    if (m_owner)
        m_command = m_owner->transferCommand();
    m_caller = Stream::create(m_services.loop, std::move(accepted), *this);
    m_connector = std::make_unique<Connector>(m_services.loop, static_cast<ConnectorOwner &>(*this));
    m_services.loop.disarm(*this);
    if (!m_caller)
        finish();
    else if (const int error = m_connector->start(m_plan.target, m_plan.source); error != 0)
        onConnectFailed(error);
}

void DataChannel::onStreamReady(Stream &stream)
{
    // While the other side is being called; what has arrived waits in the kernel.
    if (!stream.isBroken())
        return;
    log(LogAction::ClosedConnection, m_plan.caller == Caller::Client ? Originator::Client : Originator::Server,
        resultcode::abortiveShutdown, 0, "The data connection was reset before it was connected through.");
    finish();
}

void DataChannel::onConnected(std::unique_ptr<Stream> stream)
{
    tuneDataSocket(stream->fd());
    m_connector.reset();
    const bool isClientCalling = m_plan.caller == Caller::Client;
    log(LogAction::InitiatedConnection, isClientCalling ? Originator::Client : Originator::Server, 0, 0,
        "Data connection through port " + std::to_string(m_plan.port) + ".");
    m_relay = std::make_unique<Relay>(m_services.loop, m_services.pipes, std::move(isClientCalling ? m_caller : stream),
        std::move(isClientCalling ? stream : m_caller), static_cast<RelayObserver &>(*this));
    m_services.loop.arm(*this, m_services.loop.now() + m_identity.rule->rule().filter.limits.idle);
    m_relay->start();
}

void DataChannel::onConnectFailed(int error)
{
    resetOnClose(m_caller->fd());
    log(LogAction::FailedConnectionAttempt, Originator::Gateway, connectResultCode(error), 0,
        "The data connection to " + m_plan.target.toString() + " failed: " + errorText(error) + ".");
    finish();
}

void DataChannel::onRelayEnded(Relay &relay, RelayEnd end)
{
    log(LogAction::ClosedConnection, end.originator,
        end.isOrderly ? resultcode::gracefulShutdown : resultcode::abortiveShutdown,
        relay.bytesUp() + relay.bytesDown(),
        end.isOrderly ? "The data connection was closed." : "The data connection was reset.");
    finish();
}

void DataChannel::onTimeout()
{
    if (!m_relay) {
        log(LogAction::FailedConnectionAttempt, Originator::Gateway, resultcode::timedOut, 0,
            "Nobody connected to data port " + std::to_string(m_plan.port) + ".");
        finish();
        return;
    }
    const TimePoint deadline = m_relay->lastActivity() + m_identity.rule->rule().filter.limits.idle;
    if (deadline > m_services.loop.now()) {
        m_services.loop.arm(*this, deadline);
        return;
    }
    m_relay->abort();
    log(LogAction::ClosedConnection, Originator::Gateway, resultcode::timedOut,
        m_relay->bytesUp() + m_relay->bytesDown(), "The data connection was idle for too long.");
    finish();
}

void DataChannel::ownerGone()
{
    m_owner = nullptr;
    if (!m_relay && !m_caller)
        finish();
}

void DataChannel::kill()
{
    m_owner = nullptr;
    if (m_relay)
        m_relay->abort();
    finish();
}

std::optional<TimePoint> DataChannel::lastActivity() const
{
    if (!m_relay)
        return std::nullopt;
    return m_relay->lastActivity();
}

void DataChannel::finish()
{
    m_services.loop.disarm(*this);
    if (DataChannelOwner *owner = std::exchange(m_owner, nullptr))
        owner->onChannelEnded(*this, bytesUp(), bytesDown());
    m_listener.reset();
    m_connector.reset();
    m_caller.reset();
    m_lease = PortLease();
    m_services.channels.retire(*this);
}

void DataChannel::log(
    LogAction action, Originator originator, std::uint32_t code, std::uint64_t bytes, std::string_view text)
{
    m_identity.log(m_services.log,
        {.action = action,
            .command = m_command,
            .originator = originator,
            .resultCode = code,
            .bytes = bytes,
            .text = text});
}

} // namespace ferry::proxy
