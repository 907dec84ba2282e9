#include "app/agent/node/Worker.h"

namespace ferry::agent {

Worker::Worker() : m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_tasks.clear();
    }
    m_changed.notify_one();
    m_thread->wait();
}

void Worker::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void Worker::run()
{
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isEnding || !m_tasks.empty(); });
        if (m_isEnding)
            return;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
    }
}

} // namespace ferry::agent
