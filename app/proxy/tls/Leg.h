#pragma once

#include "app/proxy/loop/Stream.h"
#include "app/proxy/tls/TlsSession.h"

#include <memory>

namespace ferry::proxy {

/// One connection of an inspected session as its reader sees it: in clear, until it is secured. It hides which of
/// both, and keeps what edge-triggered epoll has to remember for TLS.
class Leg {
public:
    enum class Progress : std::uint8_t { Done, Blocked, Failed };

    Leg() = default;
    explicit Leg(std::unique_ptr<Stream> stream, std::unique_ptr<TlsSession> tls = {});

    [[nodiscard]] explicit operator bool() const { return m_stream != nullptr; }
    void setOwner(StreamOwner &owner) { m_stream->setOwner(owner); }
    [[nodiscard]] int fd() const { return m_stream->fd(); }
    /// Closes the connection.
    void close();
    /// Gives up the connection, which is in clear.
    [[nodiscard]] std::unique_ptr<Stream> release() { return std::move(m_stream); }

    /// From here on everything is TLS, beginning with the handshake.
    void secure(std::unique_ptr<TlsSession> tls);
    [[nodiscard]] bool isSecure() const { return m_tls != nullptr; }
    [[nodiscard]] bool isShakingHands() const { return m_isShakingHands; }
    /// Goes on with the handshake as far as it can without waiting. Failed: see tls().problem().
    [[nodiscard]] Progress shakeHands();
    [[nodiscard]] const TlsSession &tls() const { return *m_tls; }

    /// TLS is going to end while the connection stays: to be called before the peer is told.
    void beginClear() { m_tls->readRecordByRecord(); }
    /// Ends TLS on both sides as far as it can without waiting. A peer that sends clear text without close_notify is
    /// taken at its word. Failed: it has left, or gone on as if nothing had been agreed.
    [[nodiscard]] Progress turnClear();

    [[nodiscard]] bool isReadable() const { return m_stream->isReadable() || m_mayHoldMore; }
    [[nodiscard]] bool isWritable() const { return m_stream->isWritable(); }
    [[nodiscard]] bool isBroken() const { return m_stream->isBroken(); }
    [[nodiscard]] bool hasPeerFinished() const { return m_stream->hasPeerFinished(); }
    /// As Stream has it: 0 at the end, -1 with errno otherwise. EPROTO: TLS has failed.
    [[nodiscard]] ssize_t receive(char *buffer, std::size_t size);
    [[nodiscard]] ssize_t send(const char *data, std::size_t size, Stream::Then then = Stream::Then::Nothing);
    /// The end that receive() told of was not announced as TLS has it: what came before may be incomplete.
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    /// close_notify, where there is TLS, and FIN.
    [[nodiscard]] Progress finishWriting();

private:
    [[nodiscard]] ssize_t failed();
    void waitFor(TlsSession::Outcome result);

    std::unique_ptr<Stream> m_stream;
    std::unique_ptr<TlsSession> m_tls;
    bool m_isShakingHands = false;
    bool m_mayHoldMore = false; ///< TLS may have bytes that the kernel does not report any more
    bool m_wasCut = false;
    bool m_hasSaidEnd = false; ///< close_notify is out, and the connection stays
};

} // namespace ferry::proxy
