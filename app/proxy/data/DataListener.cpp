#include "app/proxy/data/DataListener.h"

#include <fcntl.h>
#include <sys/epoll.h>

namespace ferry::proxy {

std::unique_ptr<DataListener> DataListener::create(EventLoop &loop, Fd fd, DataListenerOwner &owner)
{
    const int number = fd.get();
    std::unique_ptr<DataListener> listener(new DataListener(loop, std::move(fd), owner));
    if (!loop.watch(number, EPOLLIN, *listener))
        return nullptr;
    return listener;
}

std::unique_ptr<DataListener> DataListener::create(
    EventLoop &loop, std::shared_ptr<void> host, DataListenerOwner &owner)
{
    std::unique_ptr<DataListener> listener(new DataListener(loop, Fd(), owner));
    listener->m_host = std::move(host);
    return listener;
}

DataListener::~DataListener()
{
    if (m_fd)
        m_loop.forgetClosing(m_fd.get());
}

Fd DataListener::share() const
{
    return Fd(m_fd ? ::fcntl(m_fd.get(), F_DUPFD_CLOEXEC, 0) : -1);
}

void DataListener::moveTo(std::shared_ptr<void> host)
{
    // The socket lives on with another descriptor, so that closing this one would not end its place in epoll.
    if (m_fd)
        m_loop.forget(m_fd.get());
    m_fd.reset();
    m_host = std::move(host);
}

bool DataListener::offer(Accepted &accepted)
{
    if (!m_owner.admitsDataPeer(accepted.peer.address))
        return false;
    m_owner.onDataAccepted(std::move(accepted));
    return true;
}

void DataListener::onEvents(std::uint32_t)
{
    // One a round: a stranger that knocks in a loop must not keep the worker here.
    tl::expected<Accepted, int> accepted = acceptFrom(m_fd.get());
    if (!accepted)
        return;
    if (offer(*accepted))
        return;
    resetOnClose(accepted->fd.get());
    m_owner.onDataPeerDenied(accepted->peer.address);
}

} // namespace ferry::proxy
