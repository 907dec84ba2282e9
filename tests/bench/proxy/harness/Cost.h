#pragma once

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace ferry::bench {

/// The process and everything it has forked that still exists.
[[nodiscard]] std::vector<pid_t> processTree(pid_t pid);

/// CPU seconds, user and system, of the process, of its children and of those that have ended. Waits for the children
/// to end first where `childrenEnd` is set, so that the whole of their work is in it.
[[nodiscard]] double cpuSeconds(pid_t pid, bool childrenEnd);

/// Memory in bytes.
struct Memory {
    std::uint64_t resident = 0; ///< PSS of all processes (/proc/PID/smaps_rollup)
    std::uint64_t sockets = 0;  ///< TCP buffers (sock_diag(7), as `ss -tm` shows them) and the sockets themselves
};
[[nodiscard]] Memory memory(pid_t pid);

} // namespace ferry::bench
