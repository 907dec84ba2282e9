#pragma once

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace ferry::agent {

/// Runs tasks one after the other in a thread of its own. The queue is not Qt's, so that a task may run a local event
/// loop (D-Bus, sockets) without another task starting inside it.
class Worker {
public:
    Worker();
    /// Finishes the task that runs, drops the others.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> task);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_isEnding = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace ferry::agent
