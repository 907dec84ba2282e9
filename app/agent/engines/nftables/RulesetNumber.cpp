#include "app/agent/engines/nftables/KernelTable.h"

#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace ferry::agent {
namespace {

struct Request {
    nlmsghdr header;
    nfgenmsg body;
};

/// The attribute NFTA_GEN_ID of the answer, a number in network byte order.
std::optional<quint32> numberIn(const char *bytes, std::size_t size)
{
    nlmsghdr header{};
    if (size < sizeof(header) + sizeof(nfgenmsg))
        return {};
    std::memcpy(&header, bytes, sizeof header);
    if (header.nlmsg_type != ((NFNL_SUBSYS_NFTABLES << 8) | NFT_MSG_NEWGEN))
        return {};
    for (std::size_t at = NLMSG_ALIGN(sizeof header) + NLMSG_ALIGN(sizeof(nfgenmsg)); at + sizeof(nlattr) <= size;) {
        nlattr attribute{};
        std::memcpy(&attribute, bytes + at, sizeof attribute);
        if (attribute.nla_len < sizeof attribute || at + attribute.nla_len > size)
            return {};
        if ((attribute.nla_type & NLA_TYPE_MASK) == NFTA_GEN_ID && attribute.nla_len == sizeof attribute + 4) {
            std::array<unsigned char, 4> value{};
            std::memcpy(value.data(), bytes + at + sizeof attribute, value.size());
            return quint32(value[0]) << 24 | quint32(value[1]) << 16 | quint32(value[2]) << 8 | quint32(value[3]);
        }
        at += NLMSG_ALIGN(attribute.nla_len);
    }
    return {};
}

} // namespace

std::optional<quint32> kernelRulesetNumber()
{
    const int fd = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER);
    if (fd < 0)
        return {};
    Request request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = (NFNL_SUBSYS_NFTABLES << 8) | NFT_MSG_GETGEN;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.body.nfgen_family = AF_UNSPEC;
    request.body.version = NFNETLINK_V0;
    // The kernel answers before send(2) returns: netlink(7).
    std::array<char, 4096> answer{};
    const bool isSent = ::send(fd, &request, sizeof request, 0) == ssize_t(sizeof request);
    const ssize_t size = isSent ? ::recv(fd, answer.data(), answer.size(), MSG_DONTWAIT) : -1;
    ::close(fd);
    return size > 0 ? numberIn(answer.data(), static_cast<std::size_t>(size)) : std::nullopt;
}

} // namespace ferry::agent
