#include "app/proxy/tls/TlsSession.h"

#include "app/proxy/net/Sockets.h"

#include <openssl/err.h>

namespace ferry::proxy {

TlsSession::TlsSession(OpenSslPtr<SSL> ssl, TlsPurpose purpose, std::shared_ptr<TlsTickets> tickets)
    : m_ssl(std::move(ssl)), m_purpose(purpose), m_tickets(std::move(tickets))
{
    SSL_set_app_data(m_ssl.get(), this);
    // A slow peer takes what it can; the rest may lie somewhere else by the time it is sent. Buffers are given back
    // while nothing is under way, because most sessions do nothing most of the time.
    SSL_set_mode(
        m_ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
}

TlsSession::~TlsSession()
{
    // Otherwise OpenSSL takes a connection that was cut off for an attack, and forgets its session (SSL_shutdown(3)).
    SSL_set_shutdown(m_ssl.get(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
}

TlsSession &TlsSession::of(SSL *ssl)
{
    return *static_cast<TlsSession *>(SSL_get_app_data(ssl));
}

void TlsSession::attach(int fd)
{
    m_end = {.fd = fd, .ssl = m_ssl.get()};
    BIO *const bio = makeSocketBio(m_end).release();
    SSL_set_bio(m_ssl.get(), bio, bio);
}

TlsSession::Outcome TlsSession::handshake()
{
    ERR_clear_error();
    errno = 0;
    return judge(SSL_do_handshake(m_ssl.get()));
}

TlsSession::Outcome TlsSession::read(char *buffer, std::size_t size, std::size_t &count)
{
    ERR_clear_error();
    errno = 0;
    return judge(SSL_read_ex(m_ssl.get(), buffer, size, &count));
}

TlsSession::Outcome TlsSession::write(const char *data, std::size_t size, std::size_t &count, Stream::Then then)
{
    ERR_clear_error();
    errno = 0;
    m_end.isMoreComing = then == Stream::Then::More;
    return judge(SSL_write_ex(m_ssl.get(), data, size, &count));
}

void TlsSession::readRecordByRecord()
{
    SSL_set_read_ahead(m_ssl.get(), 0);
}

TlsSession::Outcome TlsSession::finishWriting(Stream::Then then)
{
    ERR_clear_error();
    errno = 0;
    m_end.isMoreComing = then == Stream::Then::More;
    const int returned = SSL_shutdown(m_ssl.get());
    // 0: ours is sent, the peer's has not come; nobody waits for that here.
    return returned == 0 ? Outcome::Done : judge(returned);
}

TlsSession::Outcome TlsSession::judge(int returned)
{
    if (returned > 0)
        return Outcome::Done;
    const int error = errno;
    switch (SSL_get_error(m_ssl.get(), returned)) {
    case SSL_ERROR_WANT_READ:
        return Outcome::WantsRead;
    case SSL_ERROR_WANT_WRITE:
        return Outcome::WantsWrite;
    case SSL_ERROR_ZERO_RETURN:
        return Outcome::Ended;
    case SSL_ERROR_SYSCALL:
        ERR_clear_error();
        m_problem = error == 0 ? "the connection was closed" : errorText(error);
        return error == 0 ? Outcome::Cut : Outcome::Failed;
    default:
        break;
    }
    if (ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING) {
        ERR_clear_error();
        m_problem = "the connection was closed";
        return Outcome::Cut;
    }
    m_problem = takeOpenSslError();
    return Outcome::Failed;
}

std::string TlsSession::description() const
{
    return std::string(SSL_get_version(m_ssl.get())) + ", " + SSL_get_cipher_name(m_ssl.get());
}

} // namespace ferry::proxy
