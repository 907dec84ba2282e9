#pragma once

#include "tests/proxy/harness/Tls.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>

/// A blocking TCP connection of a test, with a deadline on everything: what does not happen within ten seconds is a
/// failure and shows as an empty answer.
class Wire {
public:
    Wire() = default;
    explicit Wire(int fd) : m_fd(fd) {}
    Wire(Wire &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)), m_tls(std::move(other.m_tls)), m_buffer(std::move(other.m_buffer))
    {
    }
    Wire &operator=(Wire &&other) noexcept;
    ~Wire() { close(); }

    /// Connects from `source`, an IPv4 or IPv6 address, to `address`. With `receiveBuffer`, in bytes, little is on its
    /// way to a client that does not read.
    [[nodiscard]] static Wire connect(
        const QString &address, std::uint16_t port, const QString &source = {}, int receiveBuffer = 0);

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int fd() const { return m_fd; }
    bool send(const QByteArray &bytes);
    bool sendUrgent(const QByteArray &bytes);
    /// True as soon as the peer's kernel has taken everything.
    [[nodiscard]] bool awaitAcknowledged() const;
    /// Keeps what is sent until it is told otherwise, so that it leaves in one segment.
    void setCorked(bool isCorked);
    /// One line without its CR LF; nothing at the end of the stream or the deadline.
    [[nodiscard]] std::optional<QByteArray> line();
    /// The last line of one reply.
    [[nodiscard]] QByteArray reply();
    /// Sends the line and reads one reply.
    [[nodiscard]] QByteArray command(const QByteArray &line);
    /// Everything up to the end of the stream; `wasReset` tells how it ended.
    [[nodiscard]] QByteArray rest(bool *wasReset = nullptr);
    /// Exactly so many bytes, or fewer at the end.
    [[nodiscard]] QByteArray exactly(qsizetype count);
    /// True as soon as something can be read, false after so many milliseconds.
    [[nodiscard]] bool hasMore(int milliseconds) const;
    void finishWriting();
    /// Begins TLS, as the client or as the server. False if the handshake fails.
    [[nodiscard]] bool startTls(const TlsContext &context, bool isServer = false, const TlsTicket &resumed = {});
    /// Sends close_notify. Without it, close() cuts the connection as an attacker would.
    void endTls();
    /// Goes on in clear behind the peer's close_notify, after one of its own or without. False if none comes.
    [[nodiscard]] bool turnClear(bool saysGoodbye = true);
    /// Sends in clear from here on.
    void dropTls() { m_tls.reset(); }
    [[nodiscard]] bool isTls() const { return m_tls != nullptr; }
    [[nodiscard]] bool isResumed() const { return m_tls && SSL_session_reused(m_tls.get()); }
    /// What a further connection resumes.
    [[nodiscard]] TlsTicket ticket() const { return TlsTicket(SSL_get1_session(m_tls.get())); }
    [[nodiscard]] QByteArray protocol() const;
    /// The end of the stream came without close_notify.
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    void close();
    /// Closes with RST.
    void reset();

private:
    /// False at the end, on a reset (`m_wasReset`) and at the deadline.
    bool fill();

    int m_fd = -1;
    std::unique_ptr<SSL, TlsDeleter> m_tls;
    QByteArray m_buffer;
    bool m_wasReset = false;
    bool m_wasCut = false;
};

/// A listening socket on `address`, any free port unless one is given.
struct Ear {
    int fd = -1;
    std::uint16_t port = 0;

    [[nodiscard]] static Ear open(const QString &address, std::uint16_t port = 0);
    /// The next connection; closed at the deadline.
    [[nodiscard]] Wire accept() const;
    [[nodiscard]] bool hasCaller(int milliseconds) const;
    void close();
};

/// `count` ports in a row that are free on all the loopback addresses of the tests.
[[nodiscard]] std::uint16_t freePorts(int count);
