#include "app/proxy/listen/Listener.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace ferry::proxy {
namespace {

// Accepted in one round before the others have their turn.
constexpr int acceptsInARound = 64;

} // namespace

SpareDescriptor::SpareDescriptor() : m_fd(::open("/dev/null", O_RDONLY | O_CLOEXEC)) {}

bool SpareDescriptor::turnAway(int listener)
{
    m_fd.reset();
    const bool isClosed = Fd(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC)).get() >= 0;
    m_fd.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    return isClosed;
}

tl::expected<std::shared_ptr<Listener>, int> Listener::create(
    EventLoop &loop, const Endpoint &local, ListenerOwner &owner, SpareDescriptor &spare, Fd bound)
{
    if (bound && ::listen(bound.get(), SOMAXCONN) != 0)
        return tl::unexpected(errno);
    tl::expected<Fd, int> fd = bound ? std::move(bound) : listenOn(local, SOMAXCONN);
    if (!fd)
        return tl::unexpected(fd.error());
    const int number = fd->get();
    // Linux hands these options on to what is accepted, which saves the calls for each session.
    tuneControlSocket(number);
    std::shared_ptr<Listener> listener(new Listener(loop, std::move(*fd), local, owner, spare));
    if (!loop.watch(number, EPOLLIN, *listener))
        return tl::unexpected(errno);
    return listener;
}

Listener::Listener(EventLoop &loop, Fd fd, const Endpoint &local, ListenerOwner &owner, SpareDescriptor &spare)
    : m_loop(loop), m_fd(std::move(fd)), m_local(local), m_owner(owner), m_spare(spare)
{
}

Listener::~Listener()
{
    close();
}

void Listener::pause()
{
    // The other process has the same socket, so that closing this descriptor would not end its place in epoll.
    if (m_fd)
        m_loop.forget(m_fd.get());
}

void Listener::resume()
{
    if (m_fd)
        (void)m_loop.watch(m_fd.get(), EPOLLIN, *this);
}

void Listener::close()
{
    pause();
    m_fd.reset();
}

void Listener::setRoles(Roles roles)
{
    m_roles = std::move(roles);
    // Never on a relay port, whose data needs what the kernel gives.
    if (!m_roles.control.empty())
        limitRepliesToClient(m_fd.get());
}

void Listener::onEvents(std::uint32_t)
{
    // What is accepted may be what the last one that kept the listener has waited for.
    const std::shared_ptr<Listener> self = shared_from_this();
    for (int i = 0; i < acceptsInARound; ++i) {
        tl::expected<Accepted, int> accepted = acceptFrom(m_fd.get());
        if (accepted) {
            m_owner.onAccepted(*this, std::move(*accepted));
            continue;
        }
        if (accepted.error() == EMFILE || accepted.error() == ENFILE) {
            if (!m_spare.turnAway(m_fd.get()))
                return;
            m_owner.onAcceptExhausted(*this);
            continue;
        }
        // The peer has left before it was accepted (accept(2), "Error handling"): the next one may be there.
        if (accepted.error() == ECONNABORTED || accepted.error() == EINTR)
            continue;
        return;
    }
}

} // namespace ferry::proxy
