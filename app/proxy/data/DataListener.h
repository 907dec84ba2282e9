#pragma once

#include "app/proxy/loop/EventLoop.h"
#include "app/proxy/net/Sockets.h"

#include <memory>

namespace ferry::proxy {

class DataListenerOwner {
public:
    /// True if this peer may have the connection; the owner reports it when it may not.
    [[nodiscard]] virtual bool admitsDataPeer(const IpAddress &peer) = 0;
    /// The one connection has come. The owner may destroy the listener.
    virtual void onDataAccepted(Accepted accepted) = 0;

protected:
    ~DataListenerOwner() = default;
};

/// A listening socket that lets in one connection. Anybody else is closed without getting a byte.
class DataListener final : private EventHandler {
public:
    /// Null if epoll refuses the descriptor.
    [[nodiscard]] static std::unique_ptr<DataListener> create(EventLoop &loop, Fd fd, DataListenerOwner &owner);
    ~DataListener();
    DataListener(const DataListener &) = delete;
    DataListener &operator=(const DataListener &) = delete;

private:
    DataListener(EventLoop &loop, Fd fd, DataListenerOwner &owner) : m_loop(loop), m_fd(std::move(fd)), m_owner(owner)
    {
    }
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    Fd m_fd;
    DataListenerOwner &m_owner;
};

} // namespace ferry::proxy
