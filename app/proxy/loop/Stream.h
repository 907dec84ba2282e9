#pragma once

#include "app/proxy/loop/EventLoop.h"

namespace ferry::proxy {

class Stream;

/// Hears when its stream may have become readable or writable.
class StreamOwner {
public:
    virtual void onStreamReady(Stream &stream) = 0;

protected:
    ~StreamOwner() = default;
};

/// One TCP connection under edge-triggered epoll: registered once, with both directions; what the kernel reported is
/// remembered until a call says EAGAIN, so that a transfer needs no epoll_ctl at all.
class Stream final : private EventHandler {
public:
    /// Null if epoll refuses the descriptor.
    [[nodiscard]] static std::unique_ptr<Stream> create(EventLoop &loop, Fd fd, StreamOwner &owner);
    virtual ~Stream();
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    void setOwner(StreamOwner &owner) { m_owner = &owner; }
    [[nodiscard]] int fd() const { return m_fd.get(); }

    [[nodiscard]] bool isReadable() const { return m_isReadable; }
    [[nodiscard]] bool isWritable() const { return m_isWritable; }
    /// The connection is dead in both directions (EPOLLERR, EPOLLHUP).
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// Everything that the peer will ever send is here, in order (EPOLLRDHUP): what follows is the end.
    [[nodiscard]] bool hasPeerFinished() const { return m_hasPeerFinished; }
    /// An urgent byte has come (EPOLLPRI): splice(2) stops in front of it, see sockatmark(3).
    [[nodiscard]] bool hasUrgent() const { return m_hasUrgent; }
    void readExhausted() { m_isReadable = false; }
    void writeExhausted() { m_isWritable = false; }

    /// What comes right behind the bytes to send: with more, or the end, they can share a segment (MSG_MORE).
    enum class Then : std::uint8_t { Nothing, More };

    /// recv(2) and send(2); EAGAIN is remembered. -1 with errno on failure.
    [[nodiscard]] ssize_t receive(char *buffer, std::size_t size);
    [[nodiscard]] ssize_t send(const char *data, std::size_t size, Then then = Then::Nothing);
    void shutdownWriting();

private:
    Stream(EventLoop &loop, Fd fd, StreamOwner &owner);
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    StreamOwner *m_owner;
    Fd m_fd;
    bool m_isReadable = false;
    bool m_isWritable = false;
    bool m_isBroken = false;
    bool m_hasPeerFinished = false;
    bool m_hasUrgent = false;
    /// A short read has emptied the socket (epoll(7)), until there is an end or an urgent mark, at which recv stops.
    bool m_isShortReadFinal = true;
};

} // namespace ferry::proxy
