#include "app/agent/engines/nftables/Shares.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace ferry::agent {
namespace {

using Bytes = std::array<quint8, 16>;

int byteCount(Address::Family family)
{
    return family == Address::Family::IPv4 ? 4 : 16;
}

/// The neighbour above or below. Nobody asks for the one above the last or below the first.
Address neighbour(const Address &address, int step)
{
    Bytes bytes = address.bytes();
    const quint8 wraps = step > 0 ? 0xff : 0x00;
    for (int i = byteCount(address.family()) - 1; i >= 0; --i) {
        const bool carries = bytes[i] == wraps;
        bytes[i] = static_cast<quint8>(bytes[i] + step);
        if (!carries)
            break;
    }
    return addressFromBytes(address.family(), bytes);
}

/// Disjoint ranges in ascending order.
using Ranges = QList<AddressRange>;

/// What of `range` is in none of `taken`.
Ranges freeParts(const AddressRange &range, const Ranges &taken)
{
    Ranges parts;
    Address next = range.first;
    auto it = std::lower_bound(taken.cbegin(), taken.cend(), range.first,
        [](const AddressRange &one, const Address &address) { return one.last < address; });
    for (; it != taken.cend() && it->first <= range.last; ++it) {
        if (next < it->first)
            parts << AddressRange{next, neighbour(it->first, -1)};
        if (it->last >= range.last)
            return parts;
        next = neighbour(it->last, 1);
    }
    parts << AddressRange{next, range.last};
    return parts;
}

void take(const Ranges &parts, Ranges &taken)
{
    for (const AddressRange &part : parts) {
        const auto place = std::lower_bound(taken.begin(), taken.end(), part,
            [](const AddressRange &a, const AddressRange &b) { return a.first < b.first; });
        taken.insert(place, part);
    }
}

/// The shares of the rules that want the same ports, first come, first served.
QList<Share> divide(
    const PortRange &ports, const QList<Claim> &claims, const std::set<qsizetype> &wanting, Address::Family family)
{
    QList<Share> found;
    Ranges taken;
    for (const qsizetype index : wanting) {
        const Claim &claim = claims[index];
        if (claim.from.isEmpty() && taken.isEmpty())
            return {{ports, std::nullopt, claim.rule}};
        const auto serve = [&](const AddressRange &range) {
            const Ranges parts = freeParts(range, taken);
            for (const AddressRange &part : parts)
                found << Share{ports, part, claim.rule};
            take(parts, taken);
        };
        if (claim.from.isEmpty()) {
            serve(AddressRange::everything(family));
            break;
        }
        for (const Network &network : claim.from) {
            if (network.base().family() == family)
                serve(AddressRange::of(network));
        }
    }
    std::sort(
        found.begin(), found.end(), [](const Share &a, const Share &b) { return a.clients->first < b.clients->first; });
    return found;
}

} // namespace

Address addressFromBytes(Address::Family family, const std::array<quint8, 16> &bytes)
{
    // Address has a form in text alone.
    QStringList parts;
    if (family == Address::Family::IPv4) {
        for (int i = 0; i < 4; ++i)
            parts << QString::number(bytes[i]);
        return Address::fromTrusted(parts.join(u'.'));
    }
    for (int i = 0; i < 16; i += 2)
        parts << QString::number(bytes[i] << 8 | bytes[i + 1], 16);
    return Address::fromTrusted(parts.join(u':'));
}

AddressRange AddressRange::of(const Network &network)
{
    const Address &base = network.base();
    Bytes last = base.bytes();
    for (int bit = network.prefix(); bit < base.bitCount(); ++bit)
        last[bit / 8] |= static_cast<quint8>(0x80 >> (bit % 8));
    return {base, addressFromBytes(base.family(), last)};
}

AddressRange AddressRange::everything(Address::Family family)
{
    Bytes last{};
    last.fill(0xff);
    return {addressFromBytes(family, {}), addressFromBytes(family, last)};
}

QString AddressRange::toString() const
{
    return first == last ? first.toString() : first.toString() + u'-' + last.toString();
}

QList<Share> shares(const QList<Claim> &claims, Address::Family family)
{
    // At each port where a claim begins, or behind which one ends, the set of those who want the next ports changes.
    struct Change {
        int port;
        qsizetype claim;
        bool begins;
    };
    QList<Change> changes;
    for (qsizetype i = 0; i < claims.size(); ++i)
        changes << Change{claims[i].ports.low(), i, true} << Change{claims[i].ports.high() + 1, i, false};
    std::sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.port < b.port; });

    QList<Share> all;
    std::set<qsizetype> wanting;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Change &change = changes[i];
        if (change.begins)
            wanting.insert(change.claim);
        else
            wanting.erase(change.claim);
        if (wanting.empty() || i + 1 == changes.size() || changes[i + 1].port == change.port)
            continue;
        const auto ports =
            PortRange::fromTrusted(static_cast<quint16>(change.port), static_cast<quint16>(changes[i + 1].port - 1));
        for (const Share &share : divide(ports, claims, wanting, family)) {
            Share *const before = all.isEmpty() ? nullptr : &all.last();
            // A claim that got nothing has cut another one's ports in two.
            if (before && !share.clients && !before->clients && before->rule == share.rule
                && before->ports.high() + 1 == share.ports.low())
                before->ports = PortRange::fromTrusted(before->ports.low(), share.ports.high());
            else
                all << share;
        }
    }
    return all;
}

QList<PortRange> partlyShared(const QList<Share> &shares, Address::Family family)
{
    QList<PortRange> found;
    for (auto it = shares.cbegin(); it != shares.cend();) {
        const PortRange ports = it->ports;
        Ranges taken;
        bool isWhole = false;
        for (; it != shares.cend() && it->ports == ports; ++it) {
            if (it->clients)
                taken << *it->clients;
            else
                isWhole = true;
        }
        if (!isWhole && !freeParts(AddressRange::everything(family), taken).isEmpty())
            found << ports;
    }
    return found;
}

} // namespace ferry::agent
