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

bool DataChannel::wait(DataPorts::Opened port, const IpAddress &caller)
{
    m_awaitsAnswer = true;
    m_lease = std::move(port.lease);
    metrics().dataPortsInUse += m_lease ? 1 : 0;
    m_callerAddress = caller;
    m_listener = port.host ? DataListener::create(m_services.loop, std::move(port.host), *this)
                           : DataListener::create(m_services.loop, std::move(port.listener), *this);
    m_lease.setWaiting(m_listener.get());
    m_services.loop.arm(*this, m_services.loop.now() + waitPatience);
    return m_listener != nullptr;
}

bool DataChannel::admitsDataPeer(const IpAddress &peer) const
{
    // The server is known by its address alone; a client may be allowed to come from elsewhere.
    return m_plan.caller == Caller::Server
        ? peer == m_callerAddress
        : mayUseDataPort(m_identity.rule->rule().filter.dataPeers, m_callerAddress, peer);
}

void DataChannel::onDataPeerDenied(const IpAddress &peer)
{
    ++metrics().dataDenied;
    log(LogAction::DeniedConnection, Originator::Gateway, resultcode::policyRulesDenied, 0,
        "Data port " + std::to_string(m_plan.port) + " is not open for " + peer.toString() + ".");
}

void DataChannel::onDataAccepted(Accepted accepted)
{
    m_lease.setWaiting(nullptr);
    m_listener.reset();
    begin(std::move(accepted.fd));
}

void DataChannel::begin(Fd accepted)
{
    tuneDataSocket(accepted.get());
    if (m_owner) {
        m_command = m_owner->transferCommand();
        std::optional<DataTls> tls = m_owner->dataTls();
        if (!tls) {
            resetOnClose(accepted.get());
            metrics().count(TransferOutcome::NotConnected);
            finish();
            return;
        }
        m_tls = std::move(*tls);
    }
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
    metrics().count(TransferOutcome::NotConnected);
    finish();
}

void DataChannel::onConnected(std::unique_ptr<Stream> stream)
{
    tuneDataSocket(stream->fd());
    m_connector.reset();
    const bool isClientCalling = m_plan.caller == Caller::Client;
    log(LogAction::InitiatedConnection, isClientCalling ? Originator::Client : Originator::Server, 0, 0,
        "Data connection through port " + std::to_string(m_plan.port) + ".");
    std::unique_ptr<Stream> client = std::move(isClientCalling ? m_caller : stream);
    std::unique_ptr<Stream> server = std::move(isClientCalling ? stream : m_caller);
    if (m_tls.isNeeded()) {
        m_isServerSecure = m_tls.server != nullptr;
        m_tlsRelay = std::make_unique<TlsRelay>(m_services.loop, Leg(std::move(client), std::move(m_tls.client)),
            Leg(std::move(server), std::move(m_tls.server)), static_cast<TlsRelayObserver &>(*this));
        if (m_awaitsAnswer)
            m_tlsRelay->holdServer();
        m_services.loop.arm(*this, deadline().at);
        m_tlsRelay->start();
        return;
    }
    m_relay = std::make_unique<Relay>(
        m_services.loop, m_services.pipes, std::move(client), std::move(server), static_cast<RelayObserver &>(*this));
    m_services.loop.arm(*this, deadline().at);
    m_relay->start();
}

void DataChannel::onConnectFailed(int error)
{
    resetOnClose(m_caller->fd());
    log(LogAction::FailedConnectionAttempt, Originator::Gateway, connectResultCode(error), 0,
        "The data connection to " + m_plan.target.toString() + " failed: " + errorText(error) + ".");
    metrics().count(TransferOutcome::NotConnected);
    finish();
}

void DataChannel::onRelayEnded(Relay &relay, RelayEnd end)
{
    log(LogAction::ClosedConnection, end.originator,
        end.isOrderly ? resultcode::gracefulShutdown : resultcode::abortiveShutdown,
        relay.bytesUp() + relay.bytesDown(),
        end.isOrderly ? "The data connection was closed." : "The data connection was reset.");
    metrics().count(end.isOrderly ? TransferOutcome::Done : TransferOutcome::Cut);
    finish();
}

std::optional<std::string> DataChannel::objectionToServer(const TlsSession &server)
{
    return m_identity.rule->rule().dialer->objection(server);
}

void DataChannel::onServerFinished()
{
    if (m_isServerSecure && m_owner)
        m_owner->onServerFinished();
}

void DataChannel::onHandshakeEnded(bool isServer, HandshakeOutcome outcome)
{
    metrics().count(TlsPurpose::Data, isServer ? TlsLeg::Server : TlsLeg::Client, outcome);
}

void DataChannel::onTlsRelayEnded(TlsRelay &relay, const TlsRelayEnd &end)
{
    log(LogAction::ClosedConnection, end.originator,
        end.isOrderly ? resultcode::gracefulShutdown : resultcode::abortiveShutdown,
        relay.bytesUp() + relay.bytesDown(),
        end.isOrderly ? std::string_view("The data connection was closed.") : end.problem);
    metrics().count(end.isOrderly ? TransferOutcome::Done : TransferOutcome::Cut);
    finish(end.cut);
}

void DataChannel::onTimeout()
{
    if (!isRelaying()) {
        log(LogAction::FailedConnectionAttempt, Originator::Gateway, resultcode::timedOut, 0,
            "Nobody connected to data port " + std::to_string(m_plan.port) + ".");
        metrics().count(TransferOutcome::NotConnected);
        finish();
        return;
    }
    // As in Session::onTimeout: bytes do not move the timer.
    const DataDeadline reached = deadline();
    if (reached.at > m_services.loop.now()) {
        m_services.loop.arm(*this, reached.at);
        return;
    }
    const DataCut cut = m_tlsRelay ? m_tlsRelay->unfinished() : m_relay->unfinished();
    abort();
    // Most clients connect before they say what for.
    if (m_owner && m_command.empty())
        m_command = m_owner->transferCommand();
    log(LogAction::ClosedConnection, Originator::Gateway, resultcode::timedOut, bytesUp() + bytesDown(), reached.text);
    metrics().count(TransferOutcome::Cut);
    if (reached.limit)
        metrics().count(*reached.limit);
    finish(cut);
}

DataDeadline DataChannel::deadline() const
{
    const FilterSettings &filter = m_identity.rule->rule().filter;
    return dataDeadline(filter.limits, filter.enabled, *lastActivity());
}

void DataChannel::serverAnswered()
{
    m_awaitsAnswer = false;
    if (m_tlsRelay)
        m_tlsRelay->releaseServer();
}

void DataChannel::ownerGone()
{
    m_owner = nullptr;
    serverAnswered();
    if (!isRelaying() && !m_caller)
        finish();
}

void DataChannel::kill()
{
    m_owner = nullptr;
    if (isRelaying())
        metrics().count(TransferOutcome::Cut);
    abort();
    finish();
}

void DataChannel::abort()
{
    if (m_relay)
        m_relay->abort();
    if (m_tlsRelay)
        m_tlsRelay->abort();
}

std::optional<TimePoint> DataChannel::lastActivity() const
{
    if (m_tlsRelay)
        return m_tlsRelay->lastActivity();
    if (m_relay)
        return m_relay->lastActivity();
    return std::nullopt;
}

std::uint64_t DataChannel::bytesUp() const
{
    return m_tlsRelay ? m_tlsRelay->bytesUp() : m_relay ? m_relay->bytesUp() : 0;
}

std::uint64_t DataChannel::bytesDown() const
{
    return m_tlsRelay ? m_tlsRelay->bytesDown() : m_relay ? m_relay->bytesDown() : 0;
}

void DataChannel::finish(DataCut cut)
{
    m_services.loop.disarm(*this);
    if (DataChannelOwner *owner = std::exchange(m_owner, nullptr))
        owner->onChannelEnded(*this, m_isPast ? DataCut::None : cut);
    metrics().dataPortsInUse -= m_lease ? 1 : 0;
    m_lease = PortLease();
    m_listener.reset();
    m_connector.reset();
    m_caller.reset();
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
