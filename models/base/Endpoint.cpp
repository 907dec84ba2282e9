#include "models/base/Endpoint.h"

#include "models/base/Address.h"
#include "models/base/PortRange.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

// RFC 1123 section 2.1, and the underscore that many networks use all the same.
bool isHostName(QStringView text)
{
    const auto isPart = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'.' || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), isPart);
}

bool isBracketed(QStringView text)
{
    return text.size() > 2 && text.front() == u'[' && text.back() == u']';
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && text.size() <= 5 && text[0] != u'0'
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<Endpoint> Endpoint::parse(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QStringView host = colon < 0 ? text : text.left(colon);
    const QStringView port = colon < 0 ? QStringView() : text.mid(colon + 1);
    const bool isHost = isBracketed(host)
        ? Address::parse(host.mid(1, host.size() - 2)).map(&Address::family) == Address::Family::IPv6
        : isHostName(host);
    if (!isHost || !isDigits(port) || !PortRange::create(port.toInt(), port.toInt())) {
        return failure(ErrorCode::InvalidInput, text.toString(),
            QCoreApplication::translate("Endpoint", "The host and port were not accepted."),
            QCoreApplication::translate("Endpoint", "\"%1\" is not a host and a port.").arg(text),
            QCoreApplication::translate("Endpoint", "Write them as in gw-1.example:7521 or [2001:db8::1]:7521."));
    }
    return Endpoint{isBracketed(host) ? host.mid(1, host.size() - 2).toString() : host.toString(), port.toUShort()};
}

QString Endpoint::toString() const
{
    const bool isIPv6 = host.contains(u':');
    return (isIPv6 ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

} // namespace ferry
