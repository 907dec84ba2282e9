#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace ferry::proxy {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;

class TimerQueue;

/// Something with a deadline. It leaves the queue when it is destroyed.
class Timer {
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    virtual ~Timer();

    [[nodiscard]] bool isArmed() const { return m_queue != nullptr; }

protected:
    /// Called once when the deadline has passed; the timer is not armed any more.
    virtual void onTimeout() = 0;

private:
    friend class TimerQueue;
    TimerQueue *m_queue = nullptr;
    std::size_t m_index = 0;
};

/// The deadlines of one event loop: a binary heap in which every timer knows its place, so that moving a deadline
/// costs O(log n) and no allocation.
class TimerQueue {
public:
    TimerQueue() = default;
    TimerQueue(const TimerQueue &) = delete;
    TimerQueue &operator=(const TimerQueue &) = delete;
    ~TimerQueue();

    /// Arms the timer, or moves its deadline.
    void arm(Timer &timer, TimePoint deadline);
    void disarm(Timer &timer);

    [[nodiscard]] std::optional<TimePoint> next() const;
    /// Fires everything whose deadline is not after `now`.
    void fire(TimePoint now);

private:
    struct Entry {
        TimePoint deadline;
        Timer *timer = nullptr;
    };

    void place(std::size_t index, Entry entry);
    void moveUp(std::size_t index);
    void moveDown(std::size_t index);

    std::vector<Entry> m_heap;
};

/// A timer that calls a function.
class CallbackTimer final : public Timer {
public:
    explicit CallbackTimer(std::function<void()> callback) : m_callback(std::move(callback)) {}

private:
    void onTimeout() override { m_callback(); }

    std::function<void()> m_callback;
};

} // namespace ferry::proxy
