#include "app/agent/audit/AuditLog.h"

#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditLog", text);
}

QByteArray hashOf(const QByteArray &line)
{
    return QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex();
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines = bytes.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

Result<AuditEntry> entryIn(const QByteArray &line)
{
    return fromJson<AuditEntry>(QJsonDocument::fromJson(line).object());
}

} // namespace

AuditLog::AuditLog(QString path, int fd, const Clock &clock) : m_path(std::move(path)), m_fd(fd), m_clock(clock) {}

AuditLog::~AuditLog()
{
    ::close(m_fd);
}

Result<std::unique_ptr<AuditLog>> AuditLog::open(const QString &path, const Clock &clock)
{
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return failure(fileError(path, tr("The audit log was not opened.")));
    std::unique_ptr<AuditLog> log(new AuditLog(path, fd, clock));
    const auto bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    const QByteArray content = bytes->value_or(QByteArray());
    if (content.isEmpty())
        return log;
    const QByteArrayList lines = linesOf(content);
    log->m_lastHash = hashOf(lines.last());
    for (auto line = lines.crbegin(); line != lines.crend() && log->m_lastSerial == 0; ++line)
        log->m_lastSerial = entryIn(*line).value_or(AuditEntry{}).serial;
    if (!content.endsWith('\n')) {
        if (::write(fd, "\n", 1) != 1)
            return failure(fileError(path, tr("The audit log was not opened.")));
        AuditEntry cut;
        cut.event = QStringLiteral("audit log continued");
        cut.text = tr("The line before was cut short: the agent was ended while it wrote.");
        log->write(cut);
    }
    return log;
}

void AuditLog::write(AuditEntry entry)
{
    const std::lock_guard lock(m_mutex);
    entry.serial = m_lastSerial + 1;
    entry.time = m_clock.now();
    entry.previous = QString::fromLatin1(m_lastHash);
    const QByteArray line = QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact);
    const QByteArray whole = line + '\n';
    const off_t before = ::lseek(m_fd, 0, SEEK_END);
    if (!writeAll(m_fd, whole) || ::fsync(m_fd) != 0) {
        std::fprintf(stderr, "ferrygate-agent: %s\n%s\n",
            qPrintable(fileError(m_path, tr("The audit log was not written.")).text()), line.constData());
        (void)!::ftruncate(m_fd, before);
        return;
    }
    m_lastSerial = entry.serial;
    m_lastHash = hashOf(line);
}

Result<QList<AuditEntry>> AuditLog::tail(int count) const
{
    const std::lock_guard lock(m_mutex);
    const auto bytes = readFile(m_path);
    if (!bytes)
        return failure(bytes.error());
    const QByteArray content = bytes->value_or(QByteArray());
    QList<AuditEntry> entries;
    if (content.isEmpty())
        return entries;
    const QByteArrayList lines = linesOf(content);
    for (const QByteArray &line : lines.mid(std::max<qsizetype>(0, lines.size() - count))) {
        if (const Result<AuditEntry> entry = entryIn(line))
            entries << *entry;
    }
    return entries;
}

Result<qint64> verifyAuditLog(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return 0;
    QByteArray previous;
    qint64 number = 0;
    for (const QByteArray &line : linesOf(bytes)) {
        ++number;
        const Result<AuditEntry> entry = entryIn(line);
        // A line that a crash cut short has no entry; the one behind it carries its hash all the same.
        if (entry && entry->previous != QString::fromLatin1(previous)) {
            return failure(ErrorCode::Refused, QString::number(number), tr("The audit log does not hold together."),
                tr("Line %1 does not follow from the line before it.").arg(number),
                tr("Compare with a backup: a line was changed, taken out or put in."));
        }
        previous = hashOf(line);
    }
    return number;
}

} // namespace ferry::agent
