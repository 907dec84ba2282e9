#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/loop/EventLoop.h"

#include <functional>
#include <memory>

namespace ferry::proxy {

/// Delivers SIGTERM, SIGINT and SIGHUP through the event loop (signalfd(2)). SIGPIPE is ignored: a closed peer is an
/// errno here, not the end of the process.
class SignalWatch final : private EventHandler {
public:
    [[nodiscard]] static Result<std::unique_ptr<SignalWatch>> create(
        EventLoop &loop, std::function<void(int signal)> received);
    ~SignalWatch();
    SignalWatch(const SignalWatch &) = delete;
    SignalWatch &operator=(const SignalWatch &) = delete;

private:
    SignalWatch(EventLoop &loop, Fd fd, std::function<void(int)> received);
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    Fd m_fd;
    std::function<void(int)> m_received;
};

} // namespace ferry::proxy
