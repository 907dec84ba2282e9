#pragma once

#include "app/proxy/log/LogEntry.h"
#include "app/proxy/metrics/RuleMetrics.h"
#include "app/proxy/tls/Leg.h"

#include <array>
#include <string>

namespace ferry::proxy {

/// How a relay with TLS came to its end.
struct TlsRelayEnd {
    bool isOrderly = true;
    Originator originator = Originator::Client; ///< who closed first, or whose side failed
    DataCut cut = DataCut::None;
    std::string problem; ///< for the log; empty for an orderly end
};

class TlsRelay;

class TlsRelayObserver {
public:
    /// Whether the server is the one that was meant; the reason if it is not.
    [[nodiscard]] virtual std::optional<std::string> objectionToServer(const TlsSession &server) = 0;
    virtual void onHandshakeEnded(bool isServer, HandshakeOutcome outcome) = 0;
    /// The server has sent everything; what the client has got of it is another matter.
    virtual void onServerFinished() = 0;
    /// Called once, as RelayObserver::onRelayEnded.
    virtual void onTlsRelayEnded(TlsRelay &relay, const TlsRelayEnd &end) = 0;

protected:
    ~TlsRelayObserver() = default;
};

/// Moves bytes between client and server, of which one at least speaks TLS. An end passes as an end only if it was
/// announced (close_notify, RFC 5246 section 7.2.1): a FIN alone may come from somebody who cuts the transfer, and
/// becomes a reset on the other side. It holds one piece of at most 16 kB for each direction while it cannot be sent.
class TlsRelay final : private StreamOwner, private Resumable {
public:
    TlsRelay(EventLoop &loop, Leg client, Leg server, TlsRelayObserver &observer);
    virtual ~TlsRelay();
    TlsRelay(const TlsRelay &) = delete;
    TlsRelay &operator=(const TlsRelay &) = delete;

    /// May end the relay.
    void start();
    /// Before start(): leaves the handshake with the server until releaseServer(), or until one of the two has ended.
    void holdServer() { m_isServerHeld = true; }
    void releaseServer();
    /// Closes both sides with a reset; the observer is not told.
    void abort();

    [[nodiscard]] std::uint64_t bytesUp() const { return m_directions[0].bytes; }
    [[nodiscard]] std::uint64_t bytesDown() const { return m_directions[1].bytes; }
    [[nodiscard]] TimePoint lastActivity() const { return m_lastActivity; }
    [[nodiscard]] bool isServerSending() const { return !m_directions[1].isAtEnd && !m_hasEnded; }
    /// The server does not know yet that it has got everything.
    [[nodiscard]] bool isClientSending() const { return !m_directions[0].isFinished && !m_hasEnded; }
    /// What it would be a cut of if it were to end now.
    [[nodiscard]] DataCut unfinished() const
    {
        return dataCut(!m_directions[0].isFinished, !m_directions[1].isFinished);
    }

private:
    enum class Progress : std::uint8_t { Blocked, OutOfTurn, Finished, Ended };
    struct Direction {
        std::uint64_t bytes = 0;
        std::string unsent;
        bool isAtEnd = false; ///< the source has announced its end
        bool isFinished = false; ///< and it has been passed on
    };

    void onStreamReady(Stream &stream) override;
    void resume() override;
    void pump();
    [[nodiscard]] bool isHeld(std::size_t side) const;
    [[nodiscard]] Progress shakeHands(std::size_t side);
    [[nodiscard]] Progress pump(std::size_t index);
    [[nodiscard]] Progress fill(std::size_t index);
    [[nodiscard]] Progress drain(std::size_t index, const char *data, std::size_t size);
    [[nodiscard]] Progress sourceEnded(std::size_t index);
    [[nodiscard]] Progress fail(std::size_t side, std::string problem, bool isCut);
    void finish(const TlsRelayEnd &end);

    EventLoop &m_loop;
    TlsRelayObserver &m_observer;
    std::array<Leg, 2> m_legs; ///< client, server
    std::array<Direction, 2> m_directions; ///< from the leg of the same index to the other one
    TimePoint m_lastActivity;
    Originator m_closedFirst = Originator::Gateway; ///< the gateway: nobody yet
    bool m_isServerHeld = false;
    bool m_isResuming = false;
    bool m_hasEnded = false;
};

} // namespace ferry::proxy
