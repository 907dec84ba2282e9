#include "models/base/PortRange.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ferry {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PortRange", text);
}

tl::unexpected<Error> badRange(const QString &subject, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::InvalidInput, subject, tr("The ports were not accepted."), why, remedy);
}

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<PortRange> PortRange::create(int low, int high)
{
    const QString subject = low == high ? QString::number(low) : QStringLiteral("%1-%2").arg(low).arg(high);
    for (const int port : {low, high}) {
        if (port < 1 || port > 65535) {
            return badRange(subject, tr("%1 is not a TCP port.").arg(port), tr("Write a port from 1 to 65535."));
        }
    }
    if (low > high) {
        return badRange(subject, tr("%1 ends before it starts.").arg(subject), tr("Write the lower port first."));
    }
    return PortRange(static_cast<quint16>(low), static_cast<quint16>(high));
}

Result<PortRange> PortRange::parse(QStringView text)
{
    const QString given = text.toString();
    QString plain = given;
    plain.replace(QChar(0x2013), u'-');
    const QStringList parts = plain.split(u'-');
    if (parts.size() > 2) {
        return badRange(given, tr("\"%1\" is not a port or a range of ports.").arg(given),
            tr("Write a port such as 21, or a range such as 5000-5003."));
    }
    int bounds[2] = {};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString part = parts[i].trimmed();
        bool isNumber = isAsciiDigits(part);
        if (isNumber)
            bounds[i] = part.toInt(&isNumber);
        if (!isNumber) {
            return badRange(given, tr("\"%1\" is not a port or a range of ports.").arg(given),
                tr("Write a port such as 21, or a range such as 5000-5003."));
        }
    }
    return create(bounds[0], bounds[parts.size() - 1]);
}

PortRange PortRange::fromTrusted(quint16 low, quint16 high)
{
    Q_ASSERT(low > 0 && low <= high);
    return {low, high};
}

QString PortRange::toString() const
{
    return m_low == m_high ? QString::number(m_low) : QStringLiteral("%1-%2").arg(m_low).arg(m_high);
}

QString PortRange::toDisplay() const
{
    return m_low == m_high ? QString::number(m_low) : QStringLiteral("%1\u2013%2").arg(m_low).arg(m_high);
}

} // namespace ferry
