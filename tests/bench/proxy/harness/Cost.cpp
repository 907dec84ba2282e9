#include "tests/bench/proxy/harness/Cost.h"

#include "app/proxy/net/Fd.h"
#include "tests/bench/proxy/harness/SocketMemory.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace ferry::bench {
namespace {

std::string proc(pid_t pid, const char *file)
{
    return "/proc/" + std::to_string(pid) + "/" + file;
}

std::vector<pid_t> children(pid_t pid)
{
    std::ifstream file(proc(pid, ("task/" + std::to_string(pid) + "/children").c_str()));
    std::vector<pid_t> found;
    for (pid_t child = 0; file >> child;)
        found.push_back(child);
    return found;
}

double processSeconds(pid_t pid)
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// cutime and cstime (proc(5)): of children that were waited for.
double reapedSeconds(pid_t pid)
{
    std::ifstream file(proc(pid, "stat"));
    std::string text;
    std::getline(file, text);
    // A child may have gone since it was listed.
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos)
        return 0;
    std::istringstream fields(text.substr(name + 1));
    std::string skipped;
    for (int field = 3; field < 16; ++field)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void awaitEnd(pid_t pid)
{
    const proxy::Fd handle(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    pollfd poll{handle.get(), POLLIN, 0};
    if (handle)
        ::poll(&poll, 1, 10'000);
}

} // namespace

std::vector<pid_t> processTree(pid_t pid)
{
    std::vector<pid_t> tree{pid};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const std::vector<pid_t> more = children(tree[i]);
        tree.insert(tree.end(), more.begin(), more.end());
    }
    return tree;
}

double cpuSeconds(pid_t pid, bool childrenEnd)
{
    if (childrenEnd) {
        for (const pid_t child : children(pid))
            awaitEnd(child);
    }
    // A child that is reaped between two looks would be counted twice or not at all.
    for (;;) {
        const std::vector<pid_t> before = children(pid);
        double seconds = processSeconds(pid) + reapedSeconds(pid);
        for (const pid_t child : before)
            seconds += processSeconds(child) + reapedSeconds(child);
        if (children(pid) == before)
            return seconds;
    }
}

Memory memory(pid_t pid)
{
    Memory sum;
    const std::vector<pid_t> tree = processTree(pid);
    for (const pid_t process : tree) {
        std::ifstream file(proc(process, "smaps_rollup"));
        for (std::string word; file >> word;) {
            std::uint64_t kilobytes = 0;
            if (word == "Pss:" && file >> kilobytes)
                sum.resident += kilobytes * 1024;
        }
    }
    sum.sockets = socketMemory(tree);
    return sum;
}

} // namespace ferry::bench
