#include "app/proxy/loop/TimerQueue.h"

#include <utility>

namespace ferry::proxy {

Timer::~Timer()
{
    if (m_queue)
        m_queue->disarm(*this);
}

TimerQueue::~TimerQueue()
{
    for (const Entry &entry : m_heap)
        entry.timer->m_queue = nullptr;
}

void TimerQueue::arm(Timer &timer, TimePoint deadline)
{
    if (!timer.m_queue) {
        timer.m_queue = this;
        timer.m_index = m_heap.size();
        m_heap.push_back({deadline, &timer});
        moveUp(timer.m_index);
        return;
    }
    m_heap[timer.m_index].deadline = deadline;
    moveUp(timer.m_index);
    moveDown(timer.m_index);
}

void TimerQueue::disarm(Timer &timer)
{
    if (timer.m_queue != this)
        return;
    const std::size_t index = timer.m_index;
    timer.m_queue = nullptr;
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (index == m_heap.size())
        return;
    place(index, last);
    moveUp(index);
    moveDown(last.timer->m_index);
}

std::optional<TimePoint> TimerQueue::next() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front().deadline;
}

void TimerQueue::fire(TimePoint now)
{
    while (!m_heap.empty() && m_heap.front().deadline <= now) {
        Timer &timer = *m_heap.front().timer;
        disarm(timer);
        timer.onTimeout();
    }
}

void TimerQueue::place(std::size_t index, Entry entry)
{
    m_heap[index] = entry;
    entry.timer->m_index = index;
}

void TimerQueue::moveUp(std::size_t index)
{
    const Entry entry = m_heap[index];
    while (index > 0) {
        const std::size_t parent = (index - 1) / 2;
        if (m_heap[parent].deadline <= entry.deadline)
            break;
        place(index, m_heap[parent]);
        index = parent;
    }
    place(index, entry);
}

void TimerQueue::moveDown(std::size_t index)
{
    const Entry entry = m_heap[index];
    for (;;) {
        std::size_t child = 2 * index + 1;
        if (child >= m_heap.size())
            break;
        if (child + 1 < m_heap.size() && m_heap[child + 1].deadline < m_heap[child].deadline)
            ++child;
        if (entry.deadline <= m_heap[child].deadline)
            break;
        place(index, m_heap[child]);
        index = child;
    }
    place(index, entry);
}

} // namespace ferry::proxy
