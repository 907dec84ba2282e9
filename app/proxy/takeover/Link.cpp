#include "app/proxy/takeover/Link.h"

#include "app/proxy/net/Sockets.h"
#include "app/proxy/takeover/Descriptors.h"

#include <sys/socket.h>

namespace ferry::proxy {
namespace {

constexpr std::size_t mostBytes = 64 * 1024;

} // namespace

Result<Link::Pair> Link::open()
{
    std::array<int, 2> fds{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds.data()) != 0)
        return failure("No connection to the new process could be made: " + errorText(errno) + ".");
    return Pair{Link(Fd(fds[0])), Link(Fd(fds[1]))};
}

int Link::send(std::string_view text, std::span<const int> descriptors) const
{
    const ssize_t sent = sendWithDescriptors(m_fd.get(), text, descriptors);
    return sent < 0 ? errno : 0;
}

tl::expected<LinkMessage, int> Link::receive() const
{
    LinkMessage message;
    message.text.resize(mostBytes);
    const ssize_t count = receiveWithDescriptors(m_fd.get(), message.text, message.descriptors);
    if (count <= 0)
        return tl::unexpected(count == 0 ? EPIPE : errno);
    message.text.resize(static_cast<std::size_t>(count));
    return message;
}

} // namespace ferry::proxy
