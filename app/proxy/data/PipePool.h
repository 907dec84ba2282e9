#pragma once

#include "app/proxy/net/Fd.h"

#include <cstddef>
#include <vector>

namespace ferry::proxy {

/// A kernel pipe through which splice(2) moves bytes between two sockets without copying them here.
struct Pipe {
    Fd readEnd;
    Fd writeEnd;

    [[nodiscard]] explicit operator bool() const { return static_cast<bool>(readEnd); }
};

/// Empty pipes for reuse. A relay holds one only while bytes are in flight, so that thousands of idle sessions need
/// none.
class PipePool {
public:
    static constexpr int pipeBytes = 256 * 1024;
    static constexpr std::size_t maxSpare = 32;

    /// An empty pipe; a pipe that tests as false where the kernel has none to give.
    [[nodiscard]] Pipe take();
    /// Takes an empty pipe back. One with bytes in it must be dropped instead.
    void give(Pipe pipe);

private:
    std::vector<Pipe> m_spare;
};

} // namespace ferry::proxy
