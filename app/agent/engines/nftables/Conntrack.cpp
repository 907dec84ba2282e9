#include "app/agent/engines/nftables/Conntrack.h"

#include "app/agent/engines/nftables/Shares.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <linux/netfilter/nf_conntrack_common.h>
#include <netinet/in.h>

extern "C" {
#include <libnetfilter_conntrack/libnetfilter_conntrack.h>
#include <libnetfilter_conntrack/libnetfilter_conntrack_tcp.h>
}

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

Error conntrackError(const QString &what)
{
    return {ErrorCode::Io, u"conntrack"_s, what, QString::fromLocal8Bit(std::strerror(errno)) + u'.',
        tr("The agent needs the capability CAP_NET_ADMIN, and a kernel with nf_conntrack_netlink.")};
}

using Handle = std::unique_ptr<nfct_handle, decltype(&nfct_close)>;

Handle openConntrack()
{
    return {nfct_open(CONNTRACK, 0), &nfct_close};
}

/// Attributes of one tuple.
struct Attributes {
    nf_conntrack_attr source4;
    nf_conntrack_attr source6;
    nf_conntrack_attr target4;
    nf_conntrack_attr target6;
    nf_conntrack_attr sourcePort;
    nf_conntrack_attr targetPort;
};

constexpr Attributes original{ATTR_ORIG_IPV4_SRC, ATTR_ORIG_IPV6_SRC, ATTR_ORIG_IPV4_DST, ATTR_ORIG_IPV6_DST,
    ATTR_ORIG_PORT_SRC, ATTR_ORIG_PORT_DST};
constexpr Attributes ofMaster{ATTR_MASTER_IPV4_SRC, ATTR_MASTER_IPV6_SRC, ATTR_MASTER_IPV4_DST, ATTR_MASTER_IPV6_DST,
    ATTR_MASTER_PORT_SRC, ATTR_MASTER_PORT_DST};

std::optional<Address> addressIn(const nf_conntrack *ct, nf_conntrack_attr four, nf_conntrack_attr six)
{
    const bool isFour = nfct_attr_is_set(ct, four) > 0;
    const void *bytes = isFour || nfct_attr_is_set(ct, six) > 0 ? nfct_get_attr(ct, isFour ? four : six) : nullptr;
    if (!bytes)
        return {};
    std::array<quint8, 16> network{};
    std::memcpy(network.data(), bytes, isFour ? 4 : 16);
    return addressFromBytes(isFour ? Address::Family::IPv4 : Address::Family::IPv6, network);
}

std::optional<ConnectionEnds> endsIn(const nf_conntrack *ct, const Attributes &which)
{
    const std::optional<Address> source = addressIn(ct, which.source4, which.source6);
    const std::optional<Address> target = addressIn(ct, which.target4, which.target6);
    if (!source || !target)
        return {};
    return ConnectionEnds{*source, ntohs(nfct_get_attr_u16(ct, which.sourcePort)), *target,
        ntohs(nfct_get_attr_u16(ct, which.targetPort))};
}

int collect(nf_conntrack_msg_type, nf_conntrack *ct, void *data)
{
    const quint32 status = nfct_get_attr_u32(ct, ATTR_STATUS);
    const std::optional<ConnectionEnds> ends = endsIn(ct, original);
    if (nfct_get_attr_u8(ct, ATTR_L4PROTO) != IPPROTO_TCP || (status & (IPS_DST_NAT | IPS_EXPECTED)) == 0 || !ends)
        return NFCT_CB_CONTINUE;
    TrackedConnection connection;
    connection.id = nfct_get_attr_u32(ct, ATTR_ID);
    connection.ends = *ends;
    connection.isEstablished = nfct_get_attr_u8(ct, ATTR_TCP_STATE) == TCP_CONNTRACK_ESTABLISHED;
    connection.bytesUp = nfct_get_attr_u64(ct, ATTR_ORIG_COUNTER_BYTES);
    connection.bytesDown = nfct_get_attr_u64(ct, ATTR_REPL_COUNTER_BYTES);
    // Nanoseconds since 1970.
    if (const quint64 start = nfct_get_attr_u64(ct, ATTR_TIMESTAMP_START))
        connection.since = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(start / 1'000'000), Qt::UTC);
    connection.master = endsIn(ct, ofMaster);
    static_cast<QList<TrackedConnection> *>(data)->append(connection);
    return NFCT_CB_CONTINUE;
}

} // namespace

Result<QList<TrackedConnection>> trackedConnections()
{
    QList<TrackedConnection> found;
    const Handle handle = openConntrack();
    if (!handle)
        return failure(conntrackError(tr("The sessions were not listed.")));
    nfct_callback_register(handle.get(), NFCT_T_ALL, &collect, &found);
    for (quint32 family : {AF_INET, AF_INET6}) {
        if (nfct_query(handle.get(), NFCT_Q_DUMP, &family) != 0)
            return failure(conntrackError(tr("The sessions were not listed.")));
    }
    return found;
}

Result<> forgetConnection(const TrackedConnection &connection)
{
    const Handle handle = openConntrack();
    const std::unique_ptr<nf_conntrack, decltype(&nfct_destroy)> ct(nfct_new(), &nfct_destroy);
    if (!handle || !ct)
        return failure(conntrackError(tr("The session was not ended.")));
    const ConnectionEnds &ends = connection.ends;
    const bool isFour = ends.client.family() == Address::Family::IPv4;
    nfct_set_attr_u8(ct.get(), ATTR_ORIG_L3PROTO, isFour ? AF_INET : AF_INET6);
    nfct_set_attr_u8(ct.get(), ATTR_ORIG_L4PROTO, IPPROTO_TCP);
    nfct_set_attr(ct.get(), isFour ? original.source4 : original.source6, ends.client.bytes().data());
    nfct_set_attr(ct.get(), isFour ? original.target4 : original.target6, ends.listener.bytes().data());
    nfct_set_attr_u16(ct.get(), ATTR_ORIG_PORT_SRC, htons(ends.clientPort));
    nfct_set_attr_u16(ct.get(), ATTR_ORIG_PORT_DST, htons(ends.listenerPort));
    nfct_set_attr_u32(ct.get(), ATTR_ID, connection.id);
    if (nfct_query(handle.get(), NFCT_Q_DESTROY, ct.get()) == 0)
        return {};
    const bool isGone = errno == ENOENT;
    Error error = conntrackError(tr("The session was not ended."));
    if (isGone)
        error = {ErrorCode::NotFound, QString::number(connection.id), error.what, tr("It has just ended."), {}};
    return failure(error);
}

} // namespace ferry::agent
