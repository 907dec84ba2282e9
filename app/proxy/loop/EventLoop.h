#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/loop/TimerQueue.h"
#include "app/proxy/net/Fd.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ferry::proxy {

/// Hears about one descriptor. `events` are epoll's.
class EventHandler {
public:
    virtual void onEvents(std::uint32_t events) = 0;

protected:
    ~EventHandler() = default;
};

/// Work that gave up its turn for the sake of others and goes on in the next round.
class Resumable {
public:
    virtual void resume() = 0;

protected:
    ~Resumable() = default;
};

/// An object whose end may come while one of its own functions runs: it is handed to the loop, which destroys it
/// between two rounds.
class Retirable {
public:
    virtual ~Retirable() = default;
};

/// One thread's events: epoll, deadlines, and what was put off. Everything of a worker belongs to one loop and needs
/// no locks.
class EventLoop {
public:
    [[nodiscard]] static Result<std::unique_ptr<EventLoop>> create();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// Reports `events` (epoll's, with EPOLLET where wanted) of `fd` to the handler. False if epoll refuses.
    [[nodiscard]] bool watch(int fd, std::uint32_t events, EventHandler &handler);
    void rewatch(int fd, std::uint32_t events);
    void setHandler(int fd, EventHandler &handler);
    /// Must be called before the descriptor is closed. Events already fetched are dropped.
    void forget(int fd);
    /// The same for a descriptor without duplicates that is closed at once: close(2) takes it out of the epoll set
    /// (epoll(7)), so that this costs no call.
    void forgetClosing(int fd);

    void resumeLater(Resumable &work) { m_resumed.push_back(&work); }
    void cancelResume(Resumable &work);
    void retire(std::unique_ptr<Retirable> object) { m_retired.push_back(std::move(object)); }

    /// Destroys what was retired; for the end, when no round follows.
    void clearRetired();

    void arm(Timer &timer, TimePoint deadline) { m_timers.arm(timer, deadline); }
    void disarm(Timer &timer) { m_timers.disarm(timer); }

    /// The time of this round.
    [[nodiscard]] TimePoint now() const { return m_now; }

    /// Runs until stop(). `afterRound` is called at the end of each round.
    void run(const std::function<void()> &afterRound);
    void stop() { m_running = false; }

private:
    struct Slot {
        EventHandler *handler = nullptr;
        std::uint32_t generation = 0; ///< tells events of a closed descriptor from those of its successor
    };

    explicit EventLoop(Fd epoll) : m_epoll(std::move(epoll)), m_now(Clock::now()) {}
    [[nodiscard]] int waitMilliseconds() const;
    void runResumed();

    Fd m_epoll;
    TimerQueue m_timers;
    std::vector<Slot> m_slots; ///< by descriptor
    std::vector<Resumable *> m_resumed;
    std::vector<Resumable *> m_resuming;
    std::vector<std::unique_ptr<Retirable>> m_retired;
    TimePoint m_now;
    bool m_running = false;
};

} // namespace ferry::proxy
