// The bytes of an inspected control channel; its commands and replies are in the files beside this one.
#include "app/proxy/control/Inspection.h"

#include "app/proxy/control/Farewell.h"
#include "app/proxy/net/Sockets.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

// A peer that does not read stops the other one from being read when this much waits for it.
constexpr std::size_t maxUnsent = 16 * 1024;
constexpr std::size_t maxGathered = 4 * 1024;
constexpr int readsInATurn = 16;
constexpr std::size_t maxUserName = 256;

} // namespace

Inspection::Inspection(Services &services, InspectionOwner &owner, Leg client, Leg server)
    : m_services(services)
    , m_owner(owner)
    , m_client(std::move(client))
    , m_server(std::move(server))
    , m_filters(makeFilters(owner.rule()))
    , m_commandLines(owner.rule().filter.limits.lineBytes, LineReader::StrayControls::Refused)
    , m_replyLines(maxReplyLine, LineReader::StrayControls::Dropped)
    , m_outstanding(1)
    , m_lastActivity(services.loop.now())
{
    m_client.setOwner(*this);
    m_server.setOwner(*this);
}

Inspection::~Inspection()
{
    if (m_isResuming)
        m_services.loop.cancelResume(*this);
}

void Inspection::start()
{
    startSecurity();
    pump();
}

void Inspection::onStreamReady(Stream &)
{
    pump();
}

void Inspection::resume()
{
    m_isResuming = false;
    pump();
}

void Inspection::pump()
{
    for (int turn = 0; turn < readsInATurn; ++turn) {
        if (m_hasEnded)
            return;
        // The write side of the client is never shut here, so that HUP can only mean a reset.
        if (m_client.isBroken()) {
            end(Originator::Client, resultcode::abortiveShutdown, "The client reset the control connection.");
            return;
        }
        shakeHands();
        bool hasRead = !m_hasEnded && readServer();
        if (!m_hasEnded)
            hasRead = readClient() || hasRead;
        if (!m_hasEnded && m_turn == Turn::Secure)
            turnSecure();
        if (!m_hasEnded && m_turn == Turn::Clear)
            hasRead = turnClear() || hasRead;
        // What is read in one go leaves in one go.
        if (hasRead && mayGather())
            continue;
        flush();
        if (m_hasEnded)
            return;
        if (m_turn == Turn::Opaque) {
            finishOpaque();
            return;
        }
        if (!hasRead) {
            finishHalves();
            return;
        }
    }
    flush();
    if (!m_hasEnded && !m_isResuming) {
        m_isResuming = true;
        m_services.loop.resumeLater(*this);
    }
}

bool Inspection::readServer()
{
    if (m_hasServerEnded || m_turn != Turn::None || m_toClient.size() > maxUnsent)
        return false;
    if (!m_heldReplies.empty()) {
        if (m_owner.isServerSending())
            return false;
        const std::string held = std::exchange(m_heldReplies, {});
        takeReplies(held);
        return true;
    }
    if (m_server.isShakingHands() || !m_server.isReadable())
        return false;
    const ssize_t count = m_server.receive(m_services.scratch.data(), m_services.scratch.size());
    if (count == 0) {
        m_hasServerEnded = true;
        return true;
    }
    if (count < 0) {
        if (errno != EAGAIN)
            lose(m_server);
        return false;
    }
    m_bytesDown += static_cast<std::uint64_t>(count);
    m_lastActivity = m_services.loop.now();
    takeReplies({m_services.scratch.data(), static_cast<std::size_t>(count)});
    return true;
}

bool Inspection::readClient()
{
    const auto isStopped = [this] {
        return m_hasEnded || m_turn == Turn::Opaque || m_client.isShakingHands() || isHeldUp()
            || m_toServer.size() > maxUnsent || m_toClient.size() > maxUnsent;
    };
    if (isStopped())
        return false;
    if (!m_waiting.empty()) {
        const std::string waiting = std::exchange(m_waiting, {});
        std::string_view input = waiting;
        takeCommands(input);
        m_waiting = std::string(input);
        return true;
    }
    if (m_hasClientEnded || !m_client.isReadable())
        return false;
    const ssize_t count = m_client.receive(m_services.scratch.data(), m_services.scratch.size());
    if (count == 0) {
        m_hasClientEnded = true;
        return true;
    }
    if (count < 0) {
        if (errno != EAGAIN)
            lose(m_client);
        return false;
    }
    m_bytesUp += static_cast<std::uint64_t>(count);
    m_lastActivity = m_services.loop.now();
    std::string_view input(m_services.scratch.data(), static_cast<std::size_t>(count));
    takeCommands(input);
    if (!m_hasEnded)
        m_waiting = std::string(input);
    return true;
}

bool Inspection::mayGather() const
{
    return !m_hasEnded && m_turn == Turn::None && m_toClient.size() + m_toServer.size() < maxGathered;
}

void Inspection::flush()
{
    if (m_hasEnded)
        return;
    // The 221 and the FIN behind it share a segment.
    const auto then = m_hasServerEnded && hasTakenLeave() ? Stream::Then::More : Stream::Then::Nothing;
    if (!send(m_client, m_toClient, then))
        lose(m_client);
    if (!m_hasEnded && !send(m_server, m_toServer, Stream::Then::Nothing))
        lose(m_server);
}

void Inspection::lose(const Leg &leg)
{
    const bool isTls = errno == EPROTO && leg.isSecure();
    const std::string problem = isTls ? "TLS failed: " + leg.tls().problem() + "." : std::string();
    if (&leg == &m_client) {
        end(Originator::Client, resultcode::abortiveShutdown,
            isTls ? problem : "The client reset the control connection.");
    } else {
        end(Originator::Server, resultcode::abortiveShutdown,
            isTls ? problem : "The server reset the control connection.",
            "421 The connection to the server was lost.\r\n");
    }
}

bool Inspection::send(Leg &to, std::string &pending, Stream::Then then)
{
    if (to.isShakingHands())
        return true;
    std::size_t sent = 0;
    while (sent < pending.size() && to.isWritable()) {
        const ssize_t count = to.send(pending.data() + sent, pending.size() - sent, then);
        if (count < 0 && errno != EAGAIN)
            return false;
        if (count <= 0)
            break;
        sent += static_cast<std::size_t>(count);
    }
    if (sent == pending.size())
        pending = std::string();
    else
        pending.erase(0, sent);
    return true;
}

void Inspection::finishHalves()
{
    if (m_hasServerEnded) {
        end(m_hasClientEnded ? Originator::Client : Originator::Server, resultcode::gracefulShutdown,
            "The control connection was closed.");
        return;
    }
    if (m_hasClientEnded && !m_isServerShut && m_waiting.empty() && m_toServer.empty()) {
        m_isServerShut = m_server.finishWriting() != Leg::Progress::Blocked;
    }
}

void Inspection::dismiss(std::string_view words)
{
    m_hasEnded = true;
    m_server.close();
    RuleMetrics::countReply(m_owner.metrics().gatewayReplies, replyCode(words));
    // In the middle of a handshake, or between TLS and clear text, there is no way to say anything.
    if (m_client && (m_client.isShakingHands() || m_turn == Turn::Secure || m_turn == Turn::Clear))
        m_client.close();
    if (m_client)
        m_services.farewells.dismiss(std::move(m_client), std::exchange(m_toClient, {}).append(words));
}

void Inspection::end(Originator originator, std::uint32_t code, std::string_view text, std::string_view words)
{
    if (originator == Originator::Client && code == resultcode::abortiveShutdown) {
        resetOnClose(m_server.fd());
        m_client.close();
    } else if (m_toClient.empty() && words.empty() && (m_hasClientEnded || hasTakenLeave())) {
        m_client.close();
    }
    dismiss(words);
    m_owner.onInspectionEnded(originator, code, text);
}

// After QUIT and its reply nothing is to come, so that nothing can make the kernel send RST behind the reply.
bool Inspection::hasTakenLeave() const
{
    return m_hasQuit && m_waiting.empty() && !m_client.isReadable() && !m_client.isSecure();
}

bool Inspection::isTransferring() const
{
    return std::any_of(m_outstanding.begin(), m_outstanding.end(),
        [](const Outstanding &command) { return !command.line.empty() && command.isPreliminary; });
}

std::string Inspection::currentCommand() const
{
    const auto at = std::find_if(m_outstanding.begin(), m_outstanding.end(),
        [](const Outstanding &command) { return !command.line.empty() && !command.isExtra; });
    return at == m_outstanding.end() ? std::string() : at->line;
}

IpAddress Inspection::reachedAddress() const
{
    const IpAddress &listening = m_owner.rule().listen.address;
    return listening.isUnspecified() ? localEndpoint(m_client.fd()).address : listening;
}

IpAddress Inspection::upstreamAddress() const
{
    return localEndpoint(m_server.fd()).address;
}

tl::expected<std::uint16_t, int> Inspection::openPassive(std::uint16_t serverPort)
{
    m_dataCut = DataCut::None;
    return m_owner.openPassive(reachedAddress(), serverPort);
}

tl::expected<Endpoint, int> Inspection::openActive(std::uint16_t clientPort)
{
    m_dataCut = DataCut::None;
    return m_owner.openActive(upstreamAddress(), clientPort);
}

void Inspection::setUser(std::string_view user)
{
    m_user = user.substr(0, maxUserName);
}

} // namespace ferry::proxy
