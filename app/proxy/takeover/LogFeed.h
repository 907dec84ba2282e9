#pragma once

#include "app/proxy/log/LogBook.h"
#include "app/proxy/loop/EventLoop.h"
#include "app/proxy/takeover/ControlCall.h"

#include <memory>

namespace ferry::proxy {

/// The log of an older process, read over its control socket: what it has kept, and then each new line, so that those
/// who follow the log of this process miss nothing of the sessions that go on there.
class LogFeed final : private EventHandler {
public:
    /// Asks for everything that is kept, or for what follows only. Waits for the answer; null if there is none.
    enum class Begin : std::uint8_t { WithKeptLines, Now };
    [[nodiscard]] static std::unique_ptr<LogFeed> create(
        EventLoop &loop, LogBook &log, const std::string &control, Begin begin);
    ~LogFeed();
    LogFeed(const LogFeed &) = delete;
    LogFeed &operator=(const LogFeed &) = delete;

private:
    LogFeed(EventLoop &loop, LogBook &log, ControlCall call) : m_loop(loop), m_log(log), m_call(std::move(call)) {}
    void onEvents(std::uint32_t events) override;
    void takeLines();

    EventLoop &m_loop;
    LogBook &m_log;
    ControlCall m_call;
    bool m_isWatched = false;
};

} // namespace ferry::proxy
