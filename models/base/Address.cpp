#include "models/base/Address.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ferry {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Address", text);
}

using Bytes = std::array<quint8, 16>;

bool isDecimal(QStringView text)
{
    return !text.isEmpty() && text.size() <= 3
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool parseIPv4(QStringView text, quint8 *out)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != 4)
        return false;
    for (int i = 0; i < 4; ++i) {
        // "010" is octal to some readers and decimal to others, so it is refused.
        if (!isDecimal(parts[i]) || (parts[i].size() > 1 && parts[i][0] == u'0') || parts[i].toInt() > 255)
            return false;
        out[i] = static_cast<quint8>(parts[i].toInt());
    }
    return true;
}

// The 16-bit groups of one side of "::", the last of them possibly written as a dotted quad.
bool parseGroups(QStringView text, QList<quint16> &groups)
{
    if (text.isEmpty())
        return true;
    const QList<QStringView> parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i + 1 == parts.size() && parts[i].contains(u'.')) {
            quint8 quad[4];
            if (!parseIPv4(parts[i], quad))
                return false;
            groups << static_cast<quint16>(quad[0] << 8 | quad[1]) << static_cast<quint16>(quad[2] << 8 | quad[3]);
            continue;
        }
        bool isHex = !parts[i].isEmpty() && parts[i].size() <= 4 && parts[i][0] != u'+' && parts[i][0] != u'-';
        const quint16 group = isHex ? parts[i].toUShort(&isHex, 16) : 0;
        if (!isHex)
            return false;
        groups << group;
    }
    return true;
}

bool parseIPv6(QStringView text, Bytes &bytes)
{
    const qsizetype gap = text.indexOf(u"::");
    QList<quint16> head;
    QList<quint16> tail;
    if (gap < 0) {
        if (!parseGroups(text, head) || head.size() != 8)
            return false;
    } else {
        if (!parseGroups(text.left(gap), head) || !parseGroups(text.mid(gap + 2), tail)
            || head.size() + tail.size() > 7)
            return false;
        while (head.size() + tail.size() < 8)
            head << quint16(0);
        head << tail;
    }
    for (int i = 0; i < 8; ++i) {
        bytes[2 * i] = static_cast<quint8>(head[i] >> 8);
        bytes[2 * i + 1] = static_cast<quint8>(head[i]);
    }
    return true;
}

bool matchesPrefix(const Bytes &a, const Bytes &b, int prefix)
{
    const int whole = prefix / 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin()))
        return false;
    const int rest = prefix % 8;
    return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

} // namespace

Result<Address> Address::parse(QStringView text)
{
    Address address;
    if (parseIPv4(text, address.m_bytes.data()))
        return address;
    address.m_bytes = {};
    address.m_family = Family::IPv6;
    if (parseIPv6(text, address.m_bytes))
        return address;
    return failure(ErrorCode::InvalidInput, text.toString(), tr("The address was not accepted."),
        tr("\"%1\" is not an IPv4 or IPv6 address.").arg(text),
        tr("Write an address such as 203.0.113.1 or 2001:db8::1."));
}

Address Address::fromTrusted(QStringView text)
{
    const Result<Address> address = parse(text);
    Q_ASSERT(address.has_value());
    return *address;
}

Address Address::masked(int prefix) const
{
    Address start = *this;
    for (int i = 0; i < 16; ++i) {
        const int bits = std::clamp(prefix - 8 * i, 0, 8);
        start.m_bytes[i] &= static_cast<quint8>(0xFF00 >> bits);
    }
    return start;
}

bool Address::isUnspecified() const
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](quint8 byte) { return byte == 0; });
}

bool Address::isLoopback() const
{
    static const Network v4 = Network::fromTrusted(u"127.0.0.0/8");
    static const Network v6 = Network::fromTrusted(u"::1/128");
    return v4.contains(*this) || v6.contains(*this);
}

bool Address::isPrivate() const
{
    static const std::array blocks{
        Network::fromTrusted(u"10.0.0.0/8"),
        Network::fromTrusted(u"172.16.0.0/12"),
        Network::fromTrusted(u"192.168.0.0/16"),
        Network::fromTrusted(u"100.64.0.0/10"),
        Network::fromTrusted(u"169.254.0.0/16"),
        Network::fromTrusted(u"fc00::/7"),
        Network::fromTrusted(u"fe80::/10"),
    };
    return std::any_of(blocks.begin(), blocks.end(), [this](const Network &block) { return block.contains(*this); });
}

QString Address::toString() const
{
    if (m_family == Family::IPv4)
        return QStringLiteral("%1.%2.%3.%4").arg(m_bytes[0]).arg(m_bytes[1]).arg(m_bytes[2]).arg(m_bytes[3]);

    // RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups (the first of equals) as "::".
    std::array<int, 8> groups{};
    for (int i = 0; i < 8; ++i)
        groups[i] = m_bytes[2 * i] << 8 | m_bytes[2 * i + 1];
    int gapStart = -1;
    int gapLength = 1;
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > gapLength) {
            gapStart = i;
            gapLength = end - i;
        }
        i = std::max(end, i + 1);
    }
    QString text;
    for (int i = 0; i < 8; ++i) {
        if (i == gapStart) {
            text += QLatin1String("::");
            i += gapLength - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups[i], 16);
    }
    return text;
}

Result<Network> Network::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const Result<Address> base = Address::parse(slash < 0 ? text : text.left(slash));
    if (!base)
        return failure(base.error());
    int prefix = base->bitCount();
    if (slash >= 0) {
        const QStringView digits = text.mid(slash + 1);
        if (!isDecimal(digits) || digits.toInt() > base->bitCount()) {
            return failure(ErrorCode::InvalidInput, text.toString(), tr("The network was not accepted."),
                tr("\"%1\" has no prefix length from 0 to %2.").arg(text).arg(base->bitCount()),
                tr("Write a network such as 198.51.100.0/24."));
        }
        prefix = digits.toInt();
    }
    const Address start = base->masked(prefix);
    if (start != *base) {
        return failure(ErrorCode::InvalidInput, text.toString(), tr("The network was not accepted."),
            tr("%1 has bits set behind its prefix.").arg(text),
            tr("Write %1/%2 for the network, or the address alone.").arg(start.toString()).arg(prefix));
    }
    return Network(*base, prefix);
}

Network Network::fromTrusted(QStringView text)
{
    const Result<Network> network = parse(text);
    Q_ASSERT(network.has_value());
    return *network;
}

bool Network::contains(const Address &address) const
{
    return address.family() == m_base.family() && matchesPrefix(address.bytes(), m_base.bytes(), m_prefix);
}

bool Network::contains(const Network &other) const
{
    return other.m_prefix >= m_prefix && contains(other.m_base);
}

QString Network::toString() const
{
    return m_prefix == m_base.bitCount() ? m_base.toString()
                                         : QStringLiteral("%1/%2").arg(m_base.toString()).arg(m_prefix);
}

} // namespace ferry
