#include "app/proxy/data/PipePool.h"

#include <fcntl.h>

namespace ferry::proxy {

Pipe PipePool::take()
{
    if (!m_spare.empty()) {
        Pipe pipe = std::move(m_spare.back());
        m_spare.pop_back();
        return pipe;
    }
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
        return {};
    // Refused above the user's limit of pipe pages (pipe(7)); the default size works as well, only with more calls.
    ::fcntl(ends[1], F_SETPIPE_SZ, pipeBytes);
    return {Fd(ends[0]), Fd(ends[1])};
}

void PipePool::give(Pipe pipe)
{
    if (pipe && m_spare.size() < maxSpare)
        m_spare.push_back(std::move(pipe));
}

} // namespace ferry::proxy
