#pragma once

#include "models/base/Clock.h"
#include "models/base/Result.h"
#include "models/wire/AuditEntry.h"

#include <memory>
#include <mutex>

namespace ferry::agent {

/// The agent's record of every change and every refused connection: one JSON object a line, each with the SHA-256 of
/// the line before, so that a line that was changed, taken out or put in shows. Synced line by line. Thread-safe.
class AuditLog {
public:
    /// Opens or creates the file, mode 0600. A last line that a crash cut short is closed and noted.
    [[nodiscard]] static Result<std::unique_ptr<AuditLog>> open(const QString &path, const Clock &clock);
    ~AuditLog();
    AuditLog(const AuditLog &) = delete;
    AuditLog &operator=(const AuditLog &) = delete;

    /// Serial, time and chain are filled in here. A line that cannot be written is told on standard error: what it
    /// reports has happened already.
    void write(AuditEntry entry);
    /// The newest entries, oldest first.
    [[nodiscard]] Result<QList<AuditEntry>> tail(int count) const;

private:
    AuditLog(QString path, int fd, const Clock &clock);

    mutable std::mutex m_mutex;
    QString m_path;
    int m_fd;
    const Clock &m_clock;
    quint64 m_lastSerial = 0;
    QByteArray m_lastHash;
};

/// Checks the chain of a whole audit log. Gives the number of lines; fails with Refused and names the first line
/// that does not fit.
[[nodiscard]] Result<qint64> verifyAuditLog(const QByteArray &bytes);

} // namespace ferry::agent
