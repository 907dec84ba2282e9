#include "app/proxy/data/Relay.h"

#include "app/proxy/net/Sockets.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace ferry::proxy {
namespace {

// After so many bytes the others have their turn.
constexpr std::uint64_t turnBytes = 2 * 1024 * 1024;
// Nothing longer has to leave in one piece.
constexpr ssize_t lineBytes = 512;
// How long the rest may take to reach one side when the other is gone, and how often it is looked after.
constexpr std::chrono::seconds cutPatience{10};
constexpr std::chrono::milliseconds cutInterval{10};

ssize_t moveBytes(int from, int to, std::size_t size, unsigned more = 0)
{
    for (;;) {
        const ssize_t count = ::splice(from, nullptr, to, nullptr, size, SPLICE_F_MOVE | SPLICE_F_NONBLOCK | more);
        if (count >= 0 || errno != EINTR)
            return count;
    }
}

/// From the urgent byte on, at which splice(2) stops and stays, although SO_OOBINLINE leaves it in the stream.
ssize_t copyUrgent(int from, int toPipe)
{
    std::array<char, 2048> bytes; // with a line in front of them, what a pipe takes whole (pipe(7), PIPE_BUF)
    const ssize_t count = ::recv(from, bytes.data(), bytes.size(), MSG_DONTWAIT);
    return count > 0 ? ::write(toPipe, bytes.data(), static_cast<std::size_t>(count)) : count;
}

/// Clients send an urgent byte with ABOR, often as the last one of the line (RFC 959 section 4.1.3). The line leaves in
/// one piece: servers that look for ABOR during a transfer, as Pure-FTPd does, do not put it together.
ssize_t takeBytes(const Stream &from, int toPipe)
{
    const ssize_t count = moveBytes(from.fd(), toPipe, PipePool::pipeBytes);
    const bool mayBeAtMark = count >= 0 ? count < lineBytes : errno == EAGAIN && from.hasUrgent();
    if (!mayBeAtMark || ::sockatmark(from.fd()) != 1)
        return count;
    const ssize_t urgent = copyUrgent(from.fd(), toPipe);
    return count <= 0 ? urgent : count + std::max<ssize_t>(urgent, 0);
}

} // namespace

Relay::Relay(EventLoop &loop, PipePool &pipes, std::unique_ptr<Stream> client, std::unique_ptr<Stream> server,
    RelayObserver &observer)
    : m_loop(loop)
    , m_pipes(pipes)
    , m_observer(observer)
    , m_streams{std::move(client), std::move(server)}
    , m_lastActivity(loop.now())
{
    for (const std::unique_ptr<Stream> &stream : m_streams)
        stream->setOwner(*this);
}

Relay::~Relay()
{
    if (m_isResuming)
        m_loop.cancelResume(*this);
}

void Relay::start()
{
    pump();
}

void Relay::abort()
{
    m_hasEnded = true;
    m_loop.disarm(*this);
    for (std::unique_ptr<Stream> &stream : m_streams) {
        if (stream)
            resetOnClose(stream->fd());
        stream.reset();
    }
}

void Relay::onStreamReady(Stream &)
{
    pump();
}

void Relay::resume()
{
    m_isResuming = false;
    pump();
}

void Relay::pump()
{
    if (m_hasEnded)
        return;
    bool isOutOfTurn = false;
    for (std::size_t index = 0; index < m_directions.size(); ++index)
        isOutOfTurn = pump(index) == Progress::OutOfTurn || isOutOfTurn;
    if (m_directions[0].isFinished && m_directions[1].isFinished) {
        if (m_failedSide)
            finishCut();
        else
            finish({true, m_closedFirst});
    } else if (isOutOfTurn && !m_isResuming) {
        m_isResuming = true;
        m_loop.resumeLater(*this);
    }
}

Relay::Progress Relay::pump(std::size_t index)
{
    Direction &direction = m_directions[index];
    if (direction.isFinished)
        return Progress::Finished;
    Stream &from = *m_streams[index];
    Stream &to = *m_streams[1 - index];
    const std::uint64_t turnEnd = direction.bytes + turnBytes;
    while (direction.bytes < turnEnd) {
        // Only an empty pipe is filled: then EAGAIN can only mean that the socket is empty (splice(2) says the same
        // for a full pipe), and a reader that is slow stops the other side by the kernel's own windows.
        if (direction.inPipe == 0 && !direction.isAtEnd && from.isReadable() && !fill(index)) {
            // Who cannot be read any more takes nothing either.
            m_directions[0].isFinished = m_directions[1].isFinished = true;
            return Progress::Finished;
        }
        if (direction.inPipe > 0 && to.isWritable() && !drain(index)) {
            // Nobody takes this any more. What the other side sent before it went is still there to be read.
            m_failedSide = sideOf(to);
            direction.isFinished = true;
            return Progress::Finished;
        }
        if (direction.inPipe == 0 && direction.isAtEnd) {
            // The second end is told by close(), which follows.
            if (!m_directions[1 - index].isFinished)
                to.shutdownWriting();
            direction.isFinished = true;
            return Progress::Finished;
        }
        const bool canFill = direction.inPipe == 0 && from.isReadable();
        const bool canDrain = direction.inPipe > 0 && to.isWritable();
        if (!canFill && !canDrain)
            return Progress::Blocked;
    }
    return Progress::OutOfTurn;
}

bool Relay::fill(std::size_t index)
{
    Direction &direction = m_directions[index];
    Stream &from = *m_streams[index];
    if (!direction.pipe)
        direction.pipe = m_pipes.take();
    if (!direction.pipe) {
        m_failedSide = Originator::Gateway;
        return false;
    }
    const ssize_t count = takeBytes(from, direction.pipe.writeEnd.get());
    if (count > 0) {
        direction.inPipe = static_cast<std::uint32_t>(count);
        direction.bytes += static_cast<std::uint64_t>(count);
        m_lastActivity = m_loop.now();
        return true;
    }
    m_pipes.give(std::exchange(direction.pipe, {}));
    if (count == 0) {
        direction.isAtEnd = true;
        if (m_closedFirst == Originator::Gateway)
            m_closedFirst = sideOf(from);
        return true;
    }
    if (errno != EAGAIN) {
        m_failedSide = sideOf(from);
        return false;
    }
    from.readExhausted();
    return true;
}

bool Relay::drain(std::size_t index)
{
    Direction &direction = m_directions[index];
    Stream &to = *m_streams[1 - index];
    // The rest and its FIN share a segment.
    const unsigned more = m_streams[index]->hasPeerFinished() ? SPLICE_F_MORE : 0;
    const ssize_t count = moveBytes(direction.pipe.readEnd.get(), to.fd(), direction.inPipe, more);
    if (count > 0) {
        direction.inPipe -= static_cast<std::uint32_t>(count);
        m_lastActivity = m_loop.now();
    } else if (count < 0 && errno == EAGAIN) {
        to.writeExhausted();
    } else {
        return false;
    }
    if (direction.inPipe == 0)
        m_pipes.give(std::exchange(direction.pipe, {}));
    return true;
}

Originator Relay::sideOf(const Stream &stream) const
{
    return &stream == m_streams[0].get() ? Originator::Client : Originator::Server;
}

void Relay::onTimeout()
{
    finishCut();
}

// A reset would overtake what the kernel still holds for the other side.
void Relay::finishCut()
{
    const Stream &other = *m_streams[m_failedSide == Originator::Client ? 1 : 0];
    const bool isPatient = m_loop.now() < m_lastActivity + cutPatience;
    if (m_failedSide != Originator::Gateway && isPatient && !other.isBroken() && unsentBytes(other.fd()) > 0)
        m_loop.arm(*this, m_loop.now() + cutInterval);
    else
        finish({false, *m_failedSide});
}

void Relay::finish(RelayEnd end)
{
    if (end.isOrderly) {
        m_hasEnded = true;
        for (std::unique_ptr<Stream> &stream : m_streams)
            stream.reset();
    } else {
        abort();
    }
    m_observer.onRelayEnded(*this, end);
}

} // namespace ferry::proxy
