#include "app/proxy/data/DataListener.h"

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

DataListener::~DataListener()
{
    m_loop.forgetClosing(m_fd.get());
}

void DataListener::onEvents(std::uint32_t)
{
    // One a round: a stranger that knocks in a loop must not keep the worker here.
    tl::expected<Accepted, int> accepted = acceptFrom(m_fd.get());
    if (!accepted)
        return;
    if (!m_owner.admitsDataPeer(accepted->peer.address)) {
        resetOnClose(accepted->fd.get());
        return;
    }
    m_owner.onDataAccepted(std::move(*accepted));
}

} // namespace ferry::proxy
