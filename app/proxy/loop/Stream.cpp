#include "app/proxy/loop/Stream.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>

namespace ferry::proxy {

std::unique_ptr<Stream> Stream::create(EventLoop &loop, Fd fd, StreamOwner &owner)
{
    const int number = fd.get();
    std::unique_ptr<Stream> stream(new Stream(loop, std::move(fd), owner));
    if (!loop.watch(number, EPOLLIN | EPOLLPRI | EPOLLOUT | EPOLLRDHUP | EPOLLET, *stream))
        return nullptr;
    return stream;
}

Stream::Stream(EventLoop &loop, Fd fd, StreamOwner &owner) : m_loop(loop), m_owner(&owner), m_fd(std::move(fd)) {}

Stream::~Stream()
{
    m_loop.forgetClosing(m_fd.get());
}

void Stream::onEvents(std::uint32_t events)
{
    m_isBroken = m_isBroken || (events & (EPOLLERR | EPOLLHUP)) != 0;
    m_hasPeerFinished = m_hasPeerFinished || (events & EPOLLRDHUP) != 0;
    m_hasUrgent = m_hasUrgent || (events & EPOLLPRI) != 0;
    m_isShortReadFinal = m_isShortReadFinal && (events & (EPOLLPRI | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) == 0;
    m_isReadable = m_isReadable || (events & (EPOLLIN | EPOLLPRI | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) != 0;
    m_isWritable = m_isWritable || (events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0;
    m_owner->onStreamReady(*this);
}

ssize_t Stream::receive(char *buffer, std::size_t size)
{
    for (;;) {
        const ssize_t count = ::recv(m_fd.get(), buffer, size, 0);
        if (count < 0 && errno == EINTR)
            continue;
        const bool isShort = count > 0 && static_cast<std::size_t>(count) < size;
        if ((count < 0 && errno == EAGAIN) || (isShort && m_isShortReadFinal))
            m_isReadable = false;
        return count;
    }
}

ssize_t Stream::send(const char *data, std::size_t size, Then then)
{
    for (;;) {
        const ssize_t count = ::send(m_fd.get(), data, size, MSG_NOSIGNAL | (then == Then::More ? MSG_MORE : 0));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            m_isWritable = false;
        return count;
    }
}

void Stream::shutdownWriting()
{
    ::shutdown(m_fd.get(), SHUT_WR);
}

} // namespace ferry::proxy
