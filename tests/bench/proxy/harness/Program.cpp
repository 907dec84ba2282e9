#include "tests/bench/proxy/harness/Program.h"

#include "app/proxy/net/Sockets.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

namespace ferry::bench {
namespace {

constexpr int patienceMilliseconds = 10'000;

bool awaitReadable(int fd, int milliseconds, short events)
{
    pollfd poll{fd, events, 0};
    return ::poll(&poll, 1, milliseconds) > 0;
}

} // namespace

Program::Program(Program &&other) noexcept : m_pid(std::exchange(other.m_pid, 0)), m_handle(std::move(other.m_handle))
{
}

Program &Program::operator=(Program &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_handle, other.m_handle);
    return *this;
}

Program::~Program()
{
    end();
}

Program Program::fork(const std::function<void()> &work)
{
    Program program;
    const pid_t parent = ::getpid();
    program.m_pid = ::fork();
    if (program.m_pid == 0) {
        // A benchmark that is interrupted leaves nothing behind.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() == parent)
            work();
        ::_exit(1);
    }
    program.m_handle.reset(static_cast<int>(::syscall(SYS_pidfd_open, program.m_pid, 0)));
    return program;
}

Program Program::start(const std::vector<std::string> &command,
    const std::vector<std::pair<std::string, std::string>> &variables, const std::string &output)
{
    return fork([&] {
        const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        for (const auto &[name, value] : variables)
            ::setenv(name.c_str(), value.c_str(), 1);
        std::vector<char *> arguments;
        for (const std::string &argument : command)
            arguments.push_back(const_cast<char *>(argument.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
    });
}

bool Program::awaitListening(const proxy::Endpoint &endpoint) const
{
    for (int tries = 0; tries < 1000; ++tries) {
        if (auto fd = proxy::startConnecting(endpoint, {})) {
            if (awaitReadable(fd->get(), 1000, POLLOUT) && proxy::socketError(fd->get()) == 0)
                return true;
        }
        if (awaitReadable(m_handle.get(), 10, POLLIN))
            return false;
    }
    return false;
}

void Program::end()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    if (!awaitReadable(m_handle.get(), patienceMilliseconds, POLLIN))
        ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = 0;
    m_handle.reset();
}

} // namespace ferry::bench
