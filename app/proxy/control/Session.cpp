#include "app/proxy/control/Session.h"

#include "app/proxy/control/Farewell.h"
#include "app/proxy/control/SessionTable.h"
#include "app/proxy/data/ChannelTable.h"
#include "app/proxy/log/ConnectError.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

constexpr std::string_view serverDown = "421 Service not available, the published server cannot be reached.\r\n";

} // namespace

Session::Session(Services &services, SessionIdentity identity)
    : m_services(services)
    , m_identity(std::move(identity))
    , m_begin(services.loop.now())
    , m_since(std::chrono::system_clock::now())
    , m_dataEnded(m_begin)
{
}

Session::~Session()
{
    for (DataChannel *channel : std::exchange(m_channels, {}))
        channel->ownerGone();
}

void Session::start(Fd client)
{
    m_client = Stream::create(m_services.loop, std::move(client), static_cast<StreamOwner &>(*this));
    if (!m_client) {
        end(Originator::Gateway, resultcode::isBusy, "The connection could not be watched.");
        return;
    }
    const std::string text = "Control connection to " + rule().server.toString() + ".";
    log({.action = LogAction::InitiatedConnection, .originator = Originator::Client, .text = text});
    m_connector = std::make_unique<Connector>(m_services.loop, static_cast<ConnectorOwner &>(*this));
    if (const int error = m_connector->start(rule().server, rule().source); error != 0)
        onConnectFailed(error);
}

void Session::kill(std::string_view text)
{
    if (m_relay)
        m_relay->abort();
    else if (m_inspection)
        m_inspection->dismiss("421 Service closing control connection.\r\n");
    for (DataChannel *channel : std::exchange(m_channels, {}))
        channel->kill();
    end(Originator::Gateway, resultcode::connectionKilled, text);
}

void Session::onStreamReady(Stream &stream)
{
    if (stream.isBroken())
        end(Originator::Client, resultcode::abortiveShutdown, "The client left before the server answered.");
}

void Session::onConnected(std::unique_ptr<Stream> stream)
{
    m_connector.reset();
    tuneControlSocket(stream->fd());
    limitRepliesOfServer(stream->fd());
    if (rule().inspects()) {
        m_inspection = std::make_unique<Inspection>(
            m_services, static_cast<InspectionOwner &>(*this), Leg(std::move(m_client)), Leg(std::move(stream)));
        m_services.loop.arm(*this, nextDeadline(rule().filter.limits, times()).at);
        m_inspection->start();
    } else {
        relay(std::move(m_client), std::move(stream));
    }
}

void Session::onConnectFailed(int error)
{
    const std::string text =
        "The published server " + rule().server.toString() + " cannot be reached: " + errorText(error) + ".";
    const std::uint32_t code = connectResultCode(error);
    log({.action = LogAction::FailedConnectionAttempt,
        .reply = rule().isClientImplicit() ? "" : serverDown.substr(0, serverDown.size() - 2),
        .resultCode = code,
        .text = text});
    // A client that begins with a TLS handshake cannot read a reply in clear.
    if (!rule().isClientImplicit()) {
        RuleMetrics::countReply(metrics().gatewayReplies, 421);
        m_services.farewells.dismiss(Leg(std::move(m_client)), std::string(serverDown));
    }
    end(Originator::Gateway, code, "The published server cannot be reached.");
}

void Session::relay(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server)
{
    m_relay = std::make_unique<Relay>(
        m_services.loop, m_services.pipes, std::move(client), std::move(server), static_cast<RelayObserver &>(*this));
    m_services.loop.arm(*this, nextDeadline(rule().filter.limits, times()).at);
    m_relay->start();
}

void Session::onRelayEnded(Relay &, RelayEnd closing)
{
    if (closing.isOrderly) {
        end(closing.originator, resultcode::gracefulShutdown, "The control connection was closed.");
    } else {
        end(closing.originator, resultcode::abortiveShutdown, "The control connection was reset.");
    }
}

void Session::onOpaque(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server)
{
    m_user = m_inspection->user();
    m_bytesUp += m_inspection->bytesUp();
    m_bytesDown += m_inspection->bytesDown();
    metrics().control += controlTraffic();
    constexpr std::string_view note = "The session is encrypted from here on, and is relayed unread.";
    record(Recording::Way::Note, note, note);
    m_inspection.reset();
    relay(std::move(client), std::move(server));
}

void Session::onInspectionEnded(Originator originator, std::uint32_t code, std::string_view text)
{
    end(originator, code, text);
}

SessionTimes Session::times() const
{
    SessionTimes times{m_begin, m_begin, false};
    if (m_relay) {
        times.lastActivity = m_relay->lastActivity();
    } else if (m_inspection) {
        times.lastActivity = m_inspection->lastActivity();
        times.awaitsLogin = !m_inspection->isLoggedIn();
    }
    // Also where a data connection was cut and the server has no word for that: the client may want another.
    times.lastActivity = std::max(times.lastActivity, m_dataEnded);
    for (const DataChannel *channel : m_channels)
        times.lastActivity = std::max(times.lastActivity, channel->lastActivity().value_or(m_begin));
    return times;
}

void Session::onTimeout()
{
    // Activity does not move the timer: that would cost something with every byte. It is looked at here.
    const SessionDeadline deadline = nextDeadline(rule().filter.limits, times());
    if (deadline.at > m_services.loop.now()) {
        m_services.loop.arm(*this, deadline.at);
        return;
    }
    if (m_relay)
        m_relay->abort();
    else if (m_inspection)
        m_inspection->dismiss(std::string(deadline.reply));
    log({.action = LogAction::ClosedConnection,
        .reply = m_relay ? "" : deadline.reply.substr(0, deadline.reply.size() - 2),
        .resultCode = resultcode::timedOut,
        .bytes = snapshot().bytesUp + snapshot().bytesDown,
        .text = deadline.text});
    metrics().count(deadline.limit);
    m_services.sessions.retire(*this, resultcode::timedOut);
}

void Session::end(Originator originator, std::uint32_t code, std::string_view text)
{
    const SessionSnapshot last = snapshot();
    log({.action = LogAction::ClosedConnection,
        .originator = originator,
        .resultCode = code,
        .bytes = last.bytesUp + last.bytesDown,
        .text = text});
    m_services.loop.disarm(*this);
    m_connector.reset();
    m_client.reset();
    m_services.sessions.retire(*this, code);
}

void Session::record(Recording::Way way, std::optional<std::string_view> client, std::optional<std::string_view> server)
{
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(m_services.loop.now() - m_begin);
    m_recording.add({time, way, client, server});
}

TranscriptSnapshot Session::transcript() const
{
    return {.id = m_identity.id,
        .rule = rule().id,
        .client = m_identity.client,
        .since = m_since,
        .reading = !rule().inspects() ? Reading::Relayed
            : m_relay                 ? Reading::Opaque
                                      : Reading::Inspected,
        .lost = m_recording.lost(),
        .lines = m_recording.lines()};
}

void Session::log(const LogEntry &entry)
{
    m_identity.log(m_services.log, entry);
}

Traffic Session::controlTraffic() const
{
    if (m_relay)
        return {m_relay->bytesUp(), m_relay->bytesDown()};
    return m_inspection ? Traffic{m_inspection->bytesUp(), m_inspection->bytesDown()} : Traffic();
}

SessionSnapshot Session::snapshot() const
{
    SessionSnapshot snapshot{.id = m_identity.id,
        .rule = rule().id,
        .client = m_identity.client,
        .user = m_user,
        .since = m_since,
        .isOpaque = m_relay != nullptr,
        .transfer = transferCommand(),
        .bytesUp = m_bytesUp,
        .bytesDown = m_bytesDown};
    if (m_inspection)
        snapshot.user = m_inspection->user();
    snapshot.bytesUp += controlTraffic().up;
    snapshot.bytesDown += controlTraffic().down;
    for (const DataChannel *channel : m_channels) {
        snapshot.bytesUp += channel->bytesUp();
        snapshot.bytesDown += channel->bytesDown();
    }
    return snapshot;
}

} // namespace ferry::proxy
