#pragma once

#include "app/proxy/loop/Stream.h"
#include "app/proxy/net/IpAddress.h"

#include <memory>

namespace ferry::proxy {

class ConnectorOwner {
public:
    /// Called once, and never from inside Connector::start.
    virtual void onConnected(std::unique_ptr<Stream> stream) = 0;
    /// Called once instead; `error` is an errno, ETIMEDOUT when the deadline passed.
    virtual void onConnectFailed(int error) = 0;

protected:
    ~ConnectorOwner() = default;
};

/// One attempt to connect, with a deadline.
class Connector final : private StreamOwner, private Timer {
public:
    static constexpr std::chrono::seconds patience{10};

    Connector(EventLoop &loop, ConnectorOwner &owner) : m_loop(loop), m_owner(owner) {}
    ~Connector() override = default;

    /// Starts the attempt; 0, or the errno that ended it at once, and then the owner is not called.
    [[nodiscard]] int start(const Endpoint &remote, const IpAddress &source);

private:
    void onStreamReady(Stream &stream) override;
    void onTimeout() override;

    EventLoop &m_loop;
    ConnectorOwner &m_owner;
    std::unique_ptr<Stream> m_stream;
};

} // namespace ferry::proxy
