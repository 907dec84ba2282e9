#pragma once

#include "app/proxy/data/PipePool.h"
#include "app/proxy/log/LogEntry.h"
#include "app/proxy/loop/Stream.h"
#include "app/proxy/tls/Protection.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace ferry::proxy {

/// How a relay came to its end.
struct RelayEnd {
    bool isOrderly = true;                      ///< FIN from both; otherwise a reset or an error
    Originator originator = Originator::Client; ///< who closed first, or whose side failed
};

class Relay;

class RelayObserver {
public:
    /// Called once. The observer may destroy the relay's owner through EventLoop::retire, but not the relay itself.
    virtual void onRelayEnded(Relay &relay, RelayEnd end) = 0;

protected:
    ~RelayObserver() = default;
};

/// Moves bytes between client and server, both ways, by splice(2). A half-close goes through as a half-close, a reset
/// as a reset, behind what was sent before it; a side that does not read stops the other one from being read.
class Relay final : private StreamOwner, private Resumable, private Timer {
public:
    Relay(EventLoop &loop, PipePool &pipes, std::unique_ptr<Stream> client, std::unique_ptr<Stream> server,
        RelayObserver &observer);
    ~Relay() override;
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    /// Moves what is there already. May end the relay.
    void start();
    /// Closes both sides with a reset; the observer is not told.
    void abort();

    [[nodiscard]] std::uint64_t bytesUp() const { return m_directions[0].bytes; }
    [[nodiscard]] std::uint64_t bytesDown() const { return m_directions[1].bytes; }
    [[nodiscard]] TimePoint lastActivity() const { return m_lastActivity; }
    /// What it would be a cut of if it were to end now.
    [[nodiscard]] DataCut unfinished() const
    {
        return m_failedSide ? DataCut::Both : dataCut(!m_directions[0].isFinished, !m_directions[1].isFinished);
    }

private:
    enum class Progress { Blocked, OutOfTurn, Finished };
    struct Direction {
        std::uint64_t bytes = 0;
        Pipe pipe;
        std::uint32_t inPipe = 0;
        bool isAtEnd = false; ///< the source has sent FIN
        bool isFinished = false; ///< and it has been passed on, or nobody takes it
    };

    void onStreamReady(Stream &stream) override;
    void resume() override;
    void onTimeout() override;
    void pump();
    [[nodiscard]] Progress pump(std::size_t index);
    [[nodiscard]] bool fill(std::size_t index);
    [[nodiscard]] bool drain(std::size_t index);
    [[nodiscard]] Originator sideOf(const Stream &stream) const;
    void finishCut();
    void finish(RelayEnd end);

    EventLoop &m_loop;
    PipePool &m_pipes;
    RelayObserver &m_observer;
    std::array<std::unique_ptr<Stream>, 2> m_streams; ///< client, server
    std::array<Direction, 2> m_directions; ///< from the stream of the same index to the other one
    TimePoint m_lastActivity;
    Originator m_closedFirst = Originator::Gateway; ///< the gateway: nobody yet
    std::optional<Originator> m_failedSide; ///< takes nothing any more; the gateway: it had no pipe to give
    bool m_isResuming = false;
    bool m_hasEnded = false;
};

} // namespace ferry::proxy
