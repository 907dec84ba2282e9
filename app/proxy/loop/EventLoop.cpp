#include "app/proxy/loop/EventLoop.h"

#include "app/proxy/net/Sockets.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>

namespace ferry::proxy {

Result<std::unique_ptr<EventLoop>> EventLoop::create()
{
    Fd epoll(::epoll_create1(EPOLL_CLOEXEC));
    if (!epoll)
        return failure("The event loop could not be made: " + errorText(errno) + ".");
    return std::unique_ptr<EventLoop>(new EventLoop(std::move(epoll)));
}

bool EventLoop::watch(int fd, std::uint32_t events, EventHandler &handler)
{
    const auto index = static_cast<std::size_t>(fd);
    if (index >= m_slots.size())
        m_slots.resize(std::max(index + 1, m_slots.size() * 2));
    Slot &slot = m_slots[index];
    slot.handler = &handler;
    epoll_event event{};
    event.events = events;
    event.data.u64 = static_cast<std::uint64_t>(slot.generation) << 32 | static_cast<std::uint32_t>(fd);
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0)
        return true;
    slot.handler = nullptr;
    return false;
}

void EventLoop::rewatch(int fd, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = static_cast<std::uint64_t>(m_slots[static_cast<std::size_t>(fd)].generation) << 32
        | static_cast<std::uint32_t>(fd);
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void EventLoop::setHandler(int fd, EventHandler &handler)
{
    m_slots[static_cast<std::size_t>(fd)].handler = &handler;
}

void EventLoop::forget(int fd)
{
    forgetClosing(fd);
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

void EventLoop::forgetClosing(int fd)
{
    Slot &slot = m_slots[static_cast<std::size_t>(fd)];
    slot.handler = nullptr;
    ++slot.generation;
}

void EventLoop::cancelResume(Resumable &work)
{
    std::erase(m_resumed, &work);
    // A round may be running over this one: entries are blanked, not moved.
    std::replace(m_resuming.begin(), m_resuming.end(), &work, static_cast<Resumable *>(nullptr));
}

int EventLoop::waitMilliseconds() const
{
    if (!m_resumed.empty() || !m_retired.empty())
        return 0;
    const std::optional<TimePoint> next = m_timers.next();
    if (!next)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 60'000));
}

void EventLoop::runResumed()
{
    m_resuming.swap(m_resumed);
    for (std::size_t i = 0; i < m_resuming.size(); ++i) {
        if (m_resuming[i])
            m_resuming[i]->resume();
    }
    m_resuming.clear();
}

void EventLoop::clearRetired()
{
    // What is destroyed may retire something else.
    while (!m_retired.empty())
        const std::vector<std::unique_ptr<Retirable>> retired = std::exchange(m_retired, {});
}

void EventLoop::run(const std::function<void()> &afterRound)
{
    std::array<epoll_event, 256> events{};
    m_running = true;
    while (m_running) {
        const int count =
            ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), waitMilliseconds());
        m_now = Clock::now();
        for (int i = 0; i < count; ++i) {
            const std::uint64_t data = events[static_cast<std::size_t>(i)].data.u64;
            const Slot slot = m_slots[static_cast<std::size_t>(data & 0xffffffffU)];
            if (slot.handler && slot.generation == static_cast<std::uint32_t>(data >> 32))
                slot.handler->onEvents(events[static_cast<std::size_t>(i)].events);
        }
        runResumed();
        m_timers.fire(m_now);
        clearRetired();
        afterRound();
    }
}

} // namespace ferry::proxy
