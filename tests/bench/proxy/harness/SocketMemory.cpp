#include "tests/bench/proxy/harness/SocketMemory.h"

#include "app/proxy/net/Fd.h"

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <string>
#include <unordered_set>

namespace ferry::bench {
namespace {

// struct tcp_sock 2.3 KiB, its inode 0.8, file and dentry 0.2 each: the slab caches of Linux 6.
constexpr std::uint64_t socketBytes = 3584;

std::unordered_set<std::uint32_t> socketInodes(const std::vector<pid_t> &processes)
{
    std::unordered_set<std::uint32_t> inodes;
    for (const pid_t process : processes) {
        std::error_code error;
        for (const auto &entry :
            std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/fd", error)) {
            const std::string target = std::filesystem::read_symlink(entry, error).string();
            if (target.starts_with("socket:["))
                inodes.insert(static_cast<std::uint32_t>(std::stoul(target.substr(8))));
        }
    }
    return inodes;
}

// NLMSG_NEXT and RTA_NEXT cast through char *, which loses the alignment that both formats keep (netlink(7)).
template <class Header, class Count>
const Header *next(const Header *header, std::size_t alignedLength, Count &left)
{
    left -= static_cast<Count>(alignedLength);
    const void *place = reinterpret_cast<const char *>(header) + alignedLength;
    return static_cast<const Header *>(place);
}

// The buffers of one socket: what SK_MEMINFO lists, without the limits.
std::uint64_t bufferBytes(const nlmsghdr *message)
{
    const auto *socket = static_cast<const inet_diag_msg *>(NLMSG_DATA(message));
    auto left = static_cast<int>(message->nlmsg_len - NLMSG_LENGTH(sizeof *socket));
    const auto *attribute = reinterpret_cast<const rtattr *>(socket + 1);
    for (; RTA_OK(attribute, left); attribute = next(attribute, RTA_ALIGN(attribute->rta_len), left)) {
        if (attribute->rta_type != INET_DIAG_SKMEMINFO)
            continue;
        std::array<std::uint32_t, SK_MEMINFO_VARS> info{};
        std::memcpy(info.data(), RTA_DATA(attribute), std::min(sizeof info, std::size_t{RTA_PAYLOAD(attribute)}));
        return std::uint64_t{info[SK_MEMINFO_RMEM_ALLOC]} + info[SK_MEMINFO_WMEM_ALLOC] + info[SK_MEMINFO_FWD_ALLOC]
            + info[SK_MEMINFO_WMEM_QUEUED] + info[SK_MEMINFO_OPTMEM] + info[SK_MEMINFO_BACKLOG];
    }
    return 0;
}

bool ask(int fd)
{
    struct {
        nlmsghdr header;
        inet_diag_req_v2 body;
    } request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.body.sdiag_family = AF_INET;
    request.body.sdiag_protocol = IPPROTO_TCP;
    request.body.idiag_states = ~0U;
    request.body.idiag_ext = 1 << (INET_DIAG_SKMEMINFO - 1);
    return ::send(fd, &request, sizeof request, 0) == static_cast<ssize_t>(sizeof request);
}

} // namespace

std::uint64_t socketMemory(const std::vector<pid_t> &processes)
{
    const std::unordered_set<std::uint32_t> inodes = socketInodes(processes);
    const proxy::Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!fd || !ask(fd.get()))
        return 0;
    std::uint64_t sum = 0;
    alignas(nlmsghdr) std::array<char, 64 * 1024> buffer;
    for (;;) {
        const ssize_t count = ::recv(fd.get(), buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return sum;
        auto left = static_cast<unsigned>(count);
        const auto *message = reinterpret_cast<const nlmsghdr *>(buffer.data());
        for (; NLMSG_OK(message, left); message = next(message, NLMSG_ALIGN(message->nlmsg_len), left)) {
            if (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR)
                return sum;
            const auto *socket = static_cast<const inet_diag_msg *>(NLMSG_DATA(message));
            if (inodes.contains(socket->idiag_inode))
                sum += socketBytes + bufferBytes(message);
        }
    }
}

} // namespace ferry::bench
