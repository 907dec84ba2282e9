#include "app/agent/engines/haproxy/HaproxySessions.h"

#include "app/agent/engines/haproxy/HaproxyPublishing.h"

#include <QLocale>
#include <QRegularExpression>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Process ids have 22 bits (PID_MAX_LIMIT), and 53 - 22 are left.
constexpr int numberBits = 31;
constexpr quint64 numberMask = (quint64(1) << numberBits) - 1;

/// The word behind "name=" in a line; empty where there is none.
QByteArray valueOf(const QByteArray &line, const QByteArray &name)
{
    const qsizetype at = line.indexOf(name + '=');
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 1;
    qsizetype end = begin;
    while (end < line.size() && line[end] != ' ' && line[end] != ')' && line[end] != ',')
        ++end;
    return line.mid(begin, end - begin);
}

/// "23/Nov/2026:23:52:18.917741" in the worker's local time.
QDateTime timeIn(const QByteArray &line)
{
    const qsizetype open = line.indexOf('[');
    const QString text = QString::fromLatin1(line.mid(open + 1, line.indexOf(']') - open - 1)).left(24);
    return QLocale::c().toDateTime(text, u"dd/MMM/yyyy:HH:mm:ss.zzz"_s).toUTC();
}

void readFirstLine(const QByteArray &line, HaproxyConnection &out)
{
    out.stream = line.left(line.indexOf(':'));
    out.number = valueOf(line, "id").toULongLong();
    out.since = timeIn(line);
    const QByteArray source = valueOf(line, "source");
    const qsizetype colon = source.lastIndexOf(':');
    out.client = Address::parse(QString::fromLatin1(source.left(colon))).value_or(Address());
    out.clientPort = source.mid(colon + 1).toUShort();
}

} // namespace

QList<HaproxyConnection> parseConnections(const QByteArray &answer)
{
    QList<HaproxyConnection> found;
    HaproxyConnection current;
    const auto finish = [&] {
        if (!current.rule.isNull())
            found << current;
        current = {};
    };
    for (const QByteArray &line : answer.split('\n')) {
        if (line.startsWith("0x")) {
            finish();
            readFirstLine(line, current);
        } else if (line.startsWith("  backend=")) {
            const QString backend = QString::fromLatin1(valueOf(line, "backend"));
            const RuleId relayed = ruleOfRelay(backend);
            current.isData = !relayed.isNull();
            current.rule = current.isData ? relayed : ruleOfControl(backend);
        } else if (line.startsWith("  req=")) {
            current.bytesUp = valueOf(line, "total").toULongLong();
        } else if (line.startsWith("  res=")) {
            current.bytesDown = valueOf(line, "total").toULongLong();
        }
    }
    finish();
    return found;
}

quint64 sessionNumber(qint64 worker, quint64 connection)
{
    // Number 0 means "no session".
    return static_cast<quint64>(worker) << numberBits | (connection & numberMask);
}

qint64 workerOfSession(quint64 session)
{
    return static_cast<qint64>(session >> numberBits);
}

} // namespace ferry::agent
