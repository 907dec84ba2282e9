#include "app/proxy/tls/Leg.h"

#include <sys/socket.h>

#include <cerrno>

namespace ferry::proxy {
namespace {

// The next byte is not the type of a TLS record: 20 to 24, RFC 8446 section 5.1 and RFC 6520.
bool speaksClearText(int fd)
{
    unsigned char byte = 0;
    return ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 1 && (byte < 20 || byte > 24);
}

} // namespace

Leg::Leg(std::unique_ptr<Stream> stream, std::unique_ptr<TlsSession> tls) : m_stream(std::move(stream))
{
    if (tls)
        secure(std::move(tls));
}

void Leg::close()
{
    m_tls.reset();
    m_stream.reset();
}

void Leg::secure(std::unique_ptr<TlsSession> tls)
{
    m_tls = std::move(tls);
    m_tls->attach(m_stream->fd());
    m_isShakingHands = true;
}

Leg::Progress Leg::shakeHands()
{
    const TlsSession::Outcome result = m_tls->handshake();
    switch (result) {
    case TlsSession::Outcome::Done:
        m_isShakingHands = false;
        m_mayHoldMore = true;
        return Progress::Done;
    case TlsSession::Outcome::WantsRead:
    case TlsSession::Outcome::WantsWrite:
        waitFor(result);
        return Progress::Blocked;
    default:
        return Progress::Failed;
    }
}

Leg::Progress Leg::turnClear()
{
    if (!m_hasSaidEnd) {
        const TlsSession::Outcome said = m_tls->finishWriting();
        if (said == TlsSession::Outcome::WantsWrite)
            waitFor(said);
        if (said != TlsSession::Outcome::Done)
            return said == TlsSession::Outcome::WantsWrite ? Progress::Blocked : Progress::Failed;
        m_hasSaidEnd = true;
    }
    if (!m_tls->holdsMore() && speaksClearText(m_stream->fd())) {
        m_tls.reset();
        return Progress::Done;
    }
    char byte = 0;
    std::size_t count = 0;
    const TlsSession::Outcome heard = m_tls->read(&byte, 1, count);
    if (heard == TlsSession::Outcome::WantsRead || heard == TlsSession::Outcome::WantsWrite) {
        waitFor(heard);
        return Progress::Blocked;
    }
    if (heard != TlsSession::Outcome::Ended || m_tls->holdsMore())
        return Progress::Failed;
    m_tls.reset();
    return Progress::Done;
}

void Leg::waitFor(TlsSession::Outcome result)
{
    if (result == TlsSession::Outcome::WantsRead) {
        m_stream->readExhausted();
        m_mayHoldMore = false;
    } else {
        m_stream->writeExhausted();
    }
}

ssize_t Leg::failed()
{
    errno = EPROTO;
    return -1;
}

ssize_t Leg::receive(char *buffer, std::size_t size)
{
    if (!m_tls)
        return m_stream->receive(buffer, size);
    std::size_t count = 0;
    const TlsSession::Outcome result = m_tls->read(buffer, size, count);
    switch (result) {
    case TlsSession::Outcome::Done:
        m_mayHoldMore = true;
        return static_cast<ssize_t>(count);
    case TlsSession::Outcome::WantsRead:
    case TlsSession::Outcome::WantsWrite:
        waitFor(result);
        errno = EAGAIN;
        return -1;
    case TlsSession::Outcome::Cut:
        m_wasCut = true;
        return 0;
    case TlsSession::Outcome::Ended:
        return 0;
    case TlsSession::Outcome::Failed:
        break;
    }
    return failed();
}

ssize_t Leg::send(const char *data, std::size_t size, Stream::Then then)
{
    if (!m_tls)
        return m_stream->send(data, size, then);
    // Who has left without close_notify hears nothing any more: OpenSSL takes the connection for failed.
    if (m_wasCut)
        return static_cast<ssize_t>(size);
    std::size_t count = 0;
    const TlsSession::Outcome result = m_tls->write(data, size, count, then);
    if (result == TlsSession::Outcome::Done)
        return static_cast<ssize_t>(count);
    if (result != TlsSession::Outcome::WantsRead && result != TlsSession::Outcome::WantsWrite)
        return failed();
    waitFor(result);
    errno = EAGAIN;
    return -1;
}

Leg::Progress Leg::finishWriting()
{
    if (m_tls && !m_wasCut && !m_isShakingHands) {
        const TlsSession::Outcome result = m_tls->finishWriting(Stream::Then::More);
        if (result == TlsSession::Outcome::WantsWrite) {
            waitFor(result);
            return Progress::Blocked;
        }
        if (result == TlsSession::Outcome::Failed)
            return Progress::Failed;
    }
    m_stream->shutdownWriting();
    return Progress::Done;
}

} // namespace ferry::proxy
