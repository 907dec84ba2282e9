#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/net/Fd.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// What one process says to the other: a short text, and open descriptors.
struct LinkMessage {
    std::string text;
    std::vector<Fd> descriptors;
};

/// One end of the connection between a process and the one that takes over from it: a Unix socket that keeps messages
/// apart (SOCK_SEQPACKET, unix(7)). Each arrives whole or not at all, so that an end can be passed on to a third
/// process at any time.
class Link {
public:
    /// Of one message; the kernel allows 253 (SCM_MAX_FD).
    static constexpr std::size_t mostDescriptors = 250;

    Link() = default;
    explicit Link(Fd fd) : m_fd(std::move(fd)) {}
    struct Pair;
    [[nodiscard]] static Result<Pair> open();

    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] explicit operator bool() const { return static_cast<bool>(m_fd); }
    /// 0, or the errno: EAGAIN when the other side has not read for long. The descriptors stay open here as well.
    [[nodiscard]] int send(std::string_view text, std::span<const int> descriptors = {}) const;
    /// The next message. The error is the errno: EAGAIN when there is none yet, EPIPE when the other side has gone.
    [[nodiscard]] tl::expected<LinkMessage, int> receive() const;
    [[nodiscard]] Fd release() { return std::move(m_fd); }

private:
    Fd m_fd;
};

struct Link::Pair {
    Link here;
    Link there;
};

} // namespace ferry::proxy
