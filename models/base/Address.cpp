#include "models/base/Address.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

// The translation context of both classes.
struct AddressText {
    Q_DECLARE_TR_FUNCTIONS(AddressText)
};

using Bytes = std::array<quint8, 16>;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The value of one to three decimal digits; -1 for anything else. "010" is octal to some readers and decimal to
/// others, so it is refused.
int decimal(QStringView text)
{
    const bool isDecimal = !text.isEmpty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), isDigit)
        && (text.size() == 1 || text[0] != u'0');
    int value = isDecimal ? 0 : -1;
    for (qsizetype i = 0; isDecimal && i < text.size(); ++i)
        value = 10 * value + (text[i].unicode() - u'0');
    return value;
}

/// The value of one to four hex digits; -1 for anything else. QStringView::toUShort() would take blanks and "0x" too.
int hex(QStringView text)
{
    const auto isHexDigit = [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); };
    const bool isHex = !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), isHexDigit);
    return isHex ? text.toInt(nullptr, 16) : -1;
}

bool parseIPv4(QStringView text, quint8 *out)
{
    for (int i = 0; i < 4; ++i) {
        const qsizetype end = i < 3 ? text.indexOf(u'.') : text.size();
        const int part = end < 0 ? -1 : decimal(text.left(end));
        if (part < 0 || part > 255)
            return false;
        out[i] = static_cast<quint8>(part);
        text = text.mid(end + 1);
    }
    return true;
}

/// The 16-bit groups of one side of "::". The last group of an address may be written as a dotted quad
/// (RFC 4291 section 2.2), which stands for two.
bool parseGroups(QStringView text, bool isEndOfAddress, QList<quint16> &groups)
{
    if (text.isEmpty())
        return true;
    const QList<QStringView> parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (isEndOfAddress && i + 1 == parts.size() && parts[i].contains(u'.')) {
            quint8 quad[4];
            if (!parseIPv4(parts[i], quad))
                return false;
            groups << static_cast<quint16>(quad[0] << 8 | quad[1]) << static_cast<quint16>(quad[2] << 8 | quad[3]);
            continue;
        }
        const int group = hex(parts[i]);
        if (group < 0)
            return false;
        groups << static_cast<quint16>(group);
    }
    return true;
}

bool parseIPv6(QStringView text, Bytes &bytes)
{
    const qsizetype gap = text.indexOf(u"::");
    QList<quint16> head;
    QList<quint16> tail;
    if (gap < 0) {
        if (!parseGroups(text, true, head) || head.size() != 8)
            return false;
    } else {
        if (!parseGroups(text.left(gap), false, head) || !parseGroups(text.mid(gap + 2), true, tail)
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

QString dottedQuad(const quint8 *bytes)
{
    QString text;
    for (int i = 0; i < 4; ++i) {
        if (i > 0)
            text += u'.';
        text += QString::number(bytes[i]);
    }
    return text;
}

/// Groups that "::" stands for; `start` is -1 where there are none.
struct ZeroRun {
    int start = -1;
    int length = 1;
};

// RFC 5952 section 4.2: the longest run of two or more zero groups, the first of equals.
ZeroRun longestZeroRun(const std::array<int, 8> &groups)
{
    ZeroRun longest;
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > longest.length)
            longest = {i, end - i};
        i = std::max(end, i + 1);
    }
    return longest;
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
    return failure(ErrorCode::InvalidInput, text.toString(), AddressText::tr("The address was not accepted."),
        AddressText::tr("\"%1\" is not an IPv4 or IPv6 address.").arg(text),
        AddressText::tr("Write an address such as 203.0.113.1 or 2001:db8::1."));
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
        return dottedQuad(m_bytes.data());

    std::array<int, 8> groups{};
    for (int i = 0; i < 8; ++i)
        groups[i] = m_bytes[2 * i] << 8 | m_bytes[2 * i + 1];
    // RFC 5952 section 5: addresses of the mapped IPv4 block are recognizable as such.
    static const Network mapped = Network::fromTrusted(u"::ffff:0:0/96");
    if (mapped.contains(*this))
        return QStringLiteral("::ffff:") + dottedQuad(m_bytes.data() + 12);

    const ZeroRun gap = longestZeroRun(groups);
    QString text;
    for (int i = 0; i < 8; ++i) {
        if (i == gap.start) {
            text += QLatin1String("::");
            i += gap.length - 1;
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
        prefix = decimal(text.mid(slash + 1));
        if (prefix < 0 || prefix > base->bitCount()) {
            return failure(ErrorCode::InvalidInput, text.toString(), AddressText::tr("The network was not accepted."),
                AddressText::tr("\"%1\" has no prefix length from 0 to %2.").arg(text).arg(base->bitCount()),
                AddressText::tr("Write a network such as 198.51.100.0/24."));
        }
    }
    const Address start = base->masked(prefix);
    if (start != *base) {
        return failure(ErrorCode::InvalidInput, text.toString(), AddressText::tr("The network was not accepted."),
            AddressText::tr("%1 has bits set behind its prefix.").arg(text),
            AddressText::tr("Write %1/%2 for the network, or the address alone.").arg(start.toString()).arg(prefix));
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
