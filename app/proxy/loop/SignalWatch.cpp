#include "app/proxy/loop/SignalWatch.h"

#include "app/proxy/net/Sockets.h"

#include <sys/epoll.h>
#include <sys/signalfd.h>

#include <csignal>

namespace ferry::proxy {

Result<std::unique_ptr<SignalWatch>> SignalWatch::create(EventLoop &loop, std::function<void(int)> received)
{
    ::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaddset(&signals, signal);
    if (::sigprocmask(SIG_BLOCK, &signals, nullptr) != 0)
        return failure("Signals could not be blocked: " + errorText(errno) + ".");
    Fd fd(::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC));
    if (!fd)
        return failure("Signals could not be watched: " + errorText(errno) + ".");
    const int number = fd.get();
    std::unique_ptr<SignalWatch> watch(new SignalWatch(loop, std::move(fd), std::move(received)));
    if (!loop.watch(number, EPOLLIN, *watch))
        return failure("Signals could not be watched: " + errorText(errno) + ".");
    return watch;
}

SignalWatch::SignalWatch(EventLoop &loop, Fd fd, std::function<void(int)> received)
    : m_loop(loop), m_fd(std::move(fd)), m_received(std::move(received))
{
}

SignalWatch::~SignalWatch()
{
    m_loop.forget(m_fd.get());
}

void SignalWatch::onEvents(std::uint32_t)
{
    signalfd_siginfo info{};
    while (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        m_received(static_cast<int>(info.ssi_signo));
}

} // namespace ferry::proxy
