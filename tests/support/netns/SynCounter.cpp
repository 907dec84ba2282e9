#include "tests/support/netns/SynCounter.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>

namespace ferry::test {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Syn {
    QString source;
    std::uint16_t sourcePort = 0;
    std::uint32_t sequence = 0;
    QString target; ///< with its port
};

template <class Header>
std::optional<Header> headerAt(QByteArrayView packet, qsizetype offset)
{
    Header header;
    if (packet.size() < offset + qsizetype(sizeof header))
        return std::nullopt;
    std::memcpy(&header, packet.data() + offset, sizeof header);
    return header;
}

QString text(int family, const void *address)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    inet_ntop(family, address, buffer.data(), buffer.size());
    return QString::fromLatin1(buffer.data());
}

std::optional<Syn> synIn(QByteArrayView packet, std::uint16_t protocol)
{
    QString source;
    QString target;
    qsizetype offset = 0;
    if (protocol == ETHERTYPE_IP) {
        const auto ip = headerAt<iphdr>(packet, 0);
        if (!ip || ip->protocol != IPPROTO_TCP)
            return std::nullopt;
        offset = qsizetype(ip->ihl) * 4;
        source = text(AF_INET, &ip->saddr);
        target = text(AF_INET, &ip->daddr);
    } else {
        const auto ip = headerAt<ip6_hdr>(packet, 0);
        if (protocol != ETHERTYPE_IPV6 || !ip || ip->ip6_nxt != IPPROTO_TCP)
            return std::nullopt;
        offset = sizeof *ip;
        source = text(AF_INET6, &ip->ip6_src);
        target = u'[' + text(AF_INET6, &ip->ip6_dst) + u']';
    }
    const auto tcp = headerAt<tcphdr>(packet, offset);
    if (!tcp)
        return std::nullopt;
    return Syn{source, ntohs(tcp->source), ntohl(tcp->seq), target + u':' + QString::number(ntohs(tcp->dest))};
}

// Only what is counted reaches the socket, whose queue a transfer would fill: TCP with SYN and without ACK.
bool onlySyns(int fd)
{
    constexpr std::uint8_t flags = 13; // offset in the TCP header
    constexpr std::uint8_t synAndAck = TH_SYN | TH_ACK;
    std::array<sock_filter, 15> program{{
        BPF_STMT(BPF_LD | BPF_H | BPF_ABS, static_cast<__u32>(SKF_AD_OFF + SKF_AD_PROTOCOL)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ETHERTYPE_IPV6, 6, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ETHERTYPE_IP, 0, 11),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, offsetof(iphdr, protocol)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IPPROTO_TCP, 0, 9),
        BPF_STMT(BPF_LDX | BPF_B | BPF_MSH, 0), // the length of the IPv4 header
        BPF_STMT(BPF_LD | BPF_B | BPF_IND, flags),
        BPF_JUMP(BPF_JMP | BPF_JA, 3, 0, 0),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, offsetof(ip6_hdr, ip6_nxt)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IPPROTO_TCP, 0, 4),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, sizeof(ip6_hdr) + flags),
        BPF_STMT(BPF_ALU | BPF_AND | BPF_K, synAndAck),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TH_SYN, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 128),
        BPF_STMT(BPF_RET | BPF_K, 0),
    }};
    const sock_fprog filter{program.size(), program.data()};
    return ::setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) == 0;
}

} // namespace

Result<SynCounter> SynCounter::create(const Host &host)
{
    SynCounter counter(
        host.run([] { return proxy::Fd(::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, htons(ETH_P_ALL))); }));
    if (!counter.m_fd || !onlySyns(counter.m_fd.get())) {
        return failure(ErrorCode::Unsupported, {}, u"Nobody counts SYNs."_s,
            u"A packet socket could not be opened: %1."_s.arg(QLatin1String(std::strerror(errno))));
    }
    return counter;
}

QStringList SynCounter::taken()
{
    QStringList found;
    for (;;) {
        std::array<char, 128> buffer; // the headers are in front
        sockaddr_ll from{};
        socklen_t length = sizeof from;
        const ssize_t count = ::recvfrom(
            m_fd.get(), buffer.data(), buffer.size(), MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &length);
        if (count < 0)
            break;
        // On loopback everything is seen twice, leaving and coming; a switch may also show what is for others.
        if (from.sll_pkttype != PACKET_HOST)
            continue;
        const std::optional<Syn> syn = synIn({buffer.data(), count}, ntohs(from.sll_protocol));
        if (!syn)
            continue;
        const QString line = syn->source + u" to "_s + syn->target;
        // A port comes back for another connection, its first sequence number does not (RFC 6528).
        const QString identity = line + u" from port %1, %2"_s.arg(syn->sourcePort).arg(syn->sequence);
        if (m_known.contains(identity))
            continue;
        m_known << identity;
        found << line;
    }
    tpacket_stats lost{};
    socklen_t length = sizeof lost;
    ::getsockopt(m_fd.get(), SOL_PACKET, PACKET_STATISTICS, &lost, &length);
    if (lost.tp_drops > 0)
        found << u"%1 packets that nobody has looked at"_s.arg(lost.tp_drops);
    return found;
}

} // namespace ferry::test
