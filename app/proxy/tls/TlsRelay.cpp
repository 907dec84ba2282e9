#include "app/proxy/tls/TlsRelay.h"

#include "app/proxy/net/Sockets.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

// The most that one TLS record holds (RFC 8446 section 5.1).
constexpr std::size_t pieceBytes = 16 * 1024;
// After so many bytes the others have their turn: decrypting and encrypting them takes about a millisecond.
constexpr std::uint64_t turnBytes = 512 * 1024;

// One for all relays of the thread: what cannot be sent at once is kept by the direction.
thread_local std::array<char, pieceBytes> piece;

constexpr std::size_t clientSide = 0;

Originator originatorOf(std::size_t side)
{
    return side == clientSide ? Originator::Client : Originator::Server;
}

} // namespace

TlsRelay::TlsRelay(EventLoop &loop, Leg client, Leg server, TlsRelayObserver &observer)
    : m_loop(loop), m_observer(observer), m_legs{std::move(client), std::move(server)}, m_lastActivity(loop.now())
{
    for (Leg &leg : m_legs)
        leg.setOwner(*this);
}

TlsRelay::~TlsRelay()
{
    if (m_isResuming)
        m_loop.cancelResume(*this);
}

void TlsRelay::start()
{
    pump();
}

void TlsRelay::releaseServer()
{
    if (!std::exchange(m_isServerHeld, false) || m_hasEnded || m_isResuming)
        return;
    m_isResuming = true;
    m_loop.resumeLater(*this);
}

void TlsRelay::abort()
{
    m_hasEnded = true;
    for (Leg &leg : m_legs) {
        if (leg)
            resetOnClose(leg.fd());
        leg.close();
    }
}

void TlsRelay::onStreamReady(Stream &)
{
    pump();
}

void TlsRelay::resume()
{
    m_isResuming = false;
    pump();
}

void TlsRelay::pump()
{
    if (m_hasEnded)
        return;
    for (std::size_t side = 0; side < m_legs.size(); ++side) {
        if (m_legs[side].isShakingHands() && !isHeld(side) && shakeHands(side) == Progress::Ended)
            return;
    }
    if (m_legs[0].isShakingHands() || m_legs[1].isShakingHands())
        return;
    bool isOutOfTurn = false;
    for (std::size_t index = 0; index < m_directions.size(); ++index) {
        const Progress progress = pump(index);
        if (progress == Progress::Ended)
            return;
        isOutOfTurn = isOutOfTurn || progress == Progress::OutOfTurn;
    }
    if (m_directions[0].isFinished && m_directions[1].isFinished) {
        finish({.originator = m_closedFirst});
    } else if (isOutOfTurn && !m_isResuming) {
        m_isResuming = true;
        m_loop.resumeLater(*this);
    }
}

bool TlsRelay::isHeld(std::size_t side) const
{
    const auto hasLeft = [](const Leg &leg) { return leg.hasPeerFinished() || leg.isBroken(); };
    return side != clientSide && m_isServerHeld && std::none_of(m_legs.begin(), m_legs.end(), hasLeft);
}

TlsRelay::Progress TlsRelay::shakeHands(std::size_t side)
{
    Leg &leg = m_legs[side];
    switch (leg.shakeHands()) {
    case Leg::Progress::Blocked:
        return Progress::Blocked;
    case Leg::Progress::Failed:
        m_observer.onHandshakeEnded(side != clientSide, HandshakeOutcome::Failed);
        return fail(side, "The TLS handshake of the data connection failed: " + leg.tls().problem() + ".", true);
    case Leg::Progress::Done:
        break;
    }
    m_lastActivity = m_loop.now();
    m_observer.onHandshakeEnded(
        side != clientSide, leg.tls().isResumed() ? HandshakeOutcome::Resumed : HandshakeOutcome::Full);
    if (side != clientSide) {
        if (const std::optional<std::string> objection = m_observer.objectionToServer(leg.tls()))
            return fail(side, "The server of the data connection was refused: " + *objection + ".", true);
    }
    return Progress::Finished;
}

TlsRelay::Progress TlsRelay::pump(std::size_t index)
{
    Direction &direction = m_directions[index];
    if (direction.isFinished)
        return Progress::Finished;
    const std::uint64_t turnEnd = direction.bytes + turnBytes;
    while (direction.bytes < turnEnd) {
        if (!direction.unsent.empty()) {
            if (!m_legs[1 - index].isWritable())
                return Progress::Blocked;
            const std::string unsent = std::exchange(direction.unsent, {});
            if (const Progress drained = drain(index, unsent.data(), unsent.size()); drained != Progress::Finished)
                return drained;
            continue;
        }
        if (direction.isAtEnd)
            return sourceEnded(index);
        if (!m_legs[index].isReadable())
            return Progress::Blocked;
        if (const Progress filled = fill(index); filled != Progress::Finished)
            return filled;
    }
    return Progress::OutOfTurn;
}

TlsRelay::Progress TlsRelay::fill(std::size_t index)
{
    Direction &direction = m_directions[index];
    Leg &from = m_legs[index];
    const ssize_t count = from.receive(piece.data(), piece.size());
    if (count > 0) {
        direction.bytes += static_cast<std::uint64_t>(count);
        m_lastActivity = m_loop.now();
        return drain(index, piece.data(), static_cast<std::size_t>(count));
    }
    if (count < 0) {
        if (errno == EAGAIN)
            return Progress::Blocked;
        return fail(index, "The data connection was reset.", true);
    }
    // Somebody who has got everything, and said nothing, may leave as he likes: what he did not send is not missing.
    const bool isMissed = direction.bytes > 0 || !m_directions[1 - index].isFinished;
    if (from.wasCut() && isMissed)
        return fail(index, "The data connection ended without the close_notify of TLS: the transfer was cut.", true);
    direction.isAtEnd = true;
    if (m_closedFirst == Originator::Gateway)
        m_closedFirst = originatorOf(index);
    if (index != clientSide)
        m_observer.onServerFinished();
    return Progress::Finished;
}

TlsRelay::Progress TlsRelay::drain(std::size_t index, const char *data, std::size_t size)
{
    Leg &to = m_legs[1 - index];
    std::size_t sent = 0;
    while (sent < size && to.isWritable()) {
        const ssize_t count = to.send(data + sent, size - sent);
        if (count < 0 && errno != EAGAIN)
            return fail(1 - index, "The data connection was reset.", false);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
            m_lastActivity = m_loop.now();
        } else if (to.isWritable()) {
            break;
        }
    }
    m_directions[index].unsent.assign(data + sent, size - sent);
    return sent == size ? Progress::Finished : Progress::Blocked;
}

TlsRelay::Progress TlsRelay::sourceEnded(std::size_t index)
{
    switch (m_legs[1 - index].finishWriting()) {
    case Leg::Progress::Blocked:
        return Progress::Blocked;
    case Leg::Progress::Failed:
        return fail(1 - index, "The data connection was reset.", false);
    case Leg::Progress::Done:
        break;
    }
    m_directions[index].isFinished = true;
    return Progress::Finished;
}

TlsRelay::Progress TlsRelay::fail(std::size_t side, std::string problem, bool isCut)
{
    // Whether the server's own end was clean behind an upload is nobody's concern but the server's.
    DataCut cut = isCut ? DataCut::Download : DataCut::None;
    if (side == clientSide)
        cut = isCut ? DataCut::Both : DataCut::None;
    else if (!m_directions[clientSide].isFinished)
        cut = DataCut::Both;
    finish({false, originatorOf(side), cut, std::move(problem)});
    return Progress::Ended;
}

void TlsRelay::finish(const TlsRelayEnd &end)
{
    if (end.isOrderly) {
        m_hasEnded = true;
        for (Leg &leg : m_legs)
            leg.close();
    } else {
        abort();
    }
    m_observer.onTlsRelayEnded(*this, end);
}

} // namespace ferry::proxy
