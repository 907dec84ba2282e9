#pragma once

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace ferry::bench {

/// Bytes that the kernel holds for the TCP sockets of these processes: what their buffers have allocated, and a fixed
/// amount for each socket itself.
[[nodiscard]] std::uint64_t socketMemory(const std::vector<pid_t> &processes);

} // namespace ferry::bench
