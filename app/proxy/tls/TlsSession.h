#pragma once

#include "app/proxy/loop/Stream.h"
#include "app/proxy/tls/Protection.h"
#include "app/proxy/tls/SocketBio.h"
#include "app/proxy/tls/TlsTickets.h"

#include <cstddef>
#include <memory>
#include <string>

namespace ferry::proxy {

/// The TLS of one connection, on a non-blocking descriptor that somebody else owns.
class TlsSession {
public:
    enum class Outcome : std::uint8_t {
        Done,
        WantsRead,  ///< nothing more before the descriptor becomes readable
        WantsWrite, ///< nothing more before it becomes writable
        Ended,      ///< the peer's close_notify
        Cut,        ///< the end of the connection without it
        Failed,     ///< see problem()
    };

    /// `ssl` is configured and has its role; see TlsAcceptor and TlsDialer.
    TlsSession(OpenSslPtr<SSL> ssl, TlsPurpose purpose, std::shared_ptr<TlsTickets> tickets = {});
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    /// Where OpenSSL has no memory left, the handshake fails.
    void attach(int fd);
    [[nodiscard]] Outcome handshake();
    [[nodiscard]] Outcome read(char *buffer, std::size_t size, std::size_t &count);
    /// Takes a part of the data at least, or says what it waits for; then it wants to be called again with the same
    /// bytes in front.
    [[nodiscard]] Outcome write(
        const char *data, std::size_t size, std::size_t &count, Stream::Then then = Stream::Then::Nothing);
    /// Leaves what lies behind the peer's next record in the kernel; what was read already stays here.
    void readRecordByRecord();
    /// Bytes of the peer are here that no read() has given yet.
    [[nodiscard]] bool holdsMore() const { return SSL_has_pending(m_ssl.get()) == 1; }
    /// Sends close_notify.
    [[nodiscard]] Outcome finishWriting(Stream::Then then = Stream::Then::Nothing);

    [[nodiscard]] TlsPurpose purpose() const { return m_purpose; }
    [[nodiscard]] bool isResumed() const { return SSL_session_reused(m_ssl.get()) == 1; }
    /// Of a connection to a server: what its data connections resume.
    [[nodiscard]] const std::shared_ptr<TlsTickets> &tickets() const { return m_tickets; }
    /// "TLSv1.3, TLS_AES_256_GCM_SHA384"
    [[nodiscard]] std::string description() const;
    [[nodiscard]] const std::string &problem() const { return m_problem; }
    [[nodiscard]] SSL *ssl() const { return m_ssl.get(); }

    /// The session behind OpenSSL's callbacks.
    [[nodiscard]] static TlsSession &of(SSL *ssl);

private:
    [[nodiscard]] Outcome judge(int returned);

    SocketEnd m_end;
    OpenSslPtr<SSL> m_ssl;
    TlsPurpose m_purpose;
    std::shared_ptr<TlsTickets> m_tickets;
    std::string m_problem;
};

} // namespace ferry::proxy
