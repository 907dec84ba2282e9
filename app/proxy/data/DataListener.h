#pragma once

#include "app/proxy/loop/EventLoop.h"
#include "app/proxy/net/Sockets.h"

#include <memory>

namespace ferry::proxy {

class DataListenerOwner {
public:
    /// True if this peer may have the connection.
    [[nodiscard]] virtual bool admitsDataPeer(const IpAddress &peer) const = 0;
    /// One that may not has been turned away.
    virtual void onDataPeerDenied(const IpAddress &peer) = 0;
    /// The one connection has come. The owner may destroy the listener.
    virtual void onDataAccepted(Accepted accepted) = 0;

protected:
    ~DataListenerOwner() = default;
};

/// A listening socket that lets in one connection. Anybody else is closed without getting a byte. Where the port is
/// shared (DataPorts) its host listens, and decides about those who are not let in here.
class DataListener final : private EventHandler {
public:
    /// Null if epoll refuses the descriptor.
    [[nodiscard]] static std::unique_ptr<DataListener> create(EventLoop &loop, Fd fd, DataListenerOwner &owner);
    /// Without a socket of its own.
    [[nodiscard]] static std::unique_ptr<DataListener> create(
        EventLoop &loop, std::shared_ptr<void> host, DataListenerOwner &owner);
    ~DataListener();
    DataListener(const DataListener &) = delete;
    DataListener &operator=(const DataListener &) = delete;

    /// Another descriptor of the socket; empty where it has none of its own, or the kernel has none to give.
    [[nodiscard]] Fd share() const;
    /// Gives up its own socket for what the host accepts.
    void moveTo(std::shared_ptr<void> host);
    /// True if the connection was let in; then the owner may have destroyed the listener.
    [[nodiscard]] bool offer(Accepted &accepted);

private:
    DataListener(EventLoop &loop, Fd fd, DataListenerOwner &owner) : m_loop(loop), m_fd(std::move(fd)), m_owner(owner)
    {
    }
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    Fd m_fd;
    std::shared_ptr<void> m_host; ///< instead
    DataListenerOwner &m_owner;
};

} // namespace ferry::proxy
