#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

/// The master's command line: a socket on which it tells of its workers and passes questions on to them (management
/// guide, 9.4).
namespace ferry::agent {

/// For an answer, and from one look to the next while something is waited for.
inline constexpr std::chrono::milliseconds haproxyPatience{15'000};
inline constexpr std::chrono::milliseconds haproxyStep{20};

/// `show proc`
struct HaproxyProcesses {
    qint64 master = 0;
    int reloads = 0;
    int failedReloads = 0;   ///< since the last one that did not fail
    qint64 worker = 0;       ///< takes new connections; 0: there is none
    QList<qint64> oldWorkers; ///< go on until their last session has ended
    QString version;

    [[nodiscard]] QList<qint64> all() const;

    bool operator==(const HaproxyProcesses &) const = default;
};

/// What a worker says of itself in `show info`.
struct HaproxyInfo {
    qint64 pid = 0;
    QString version;
    QByteArray description;

    bool operator==(const HaproxyInfo &) const = default;
};

/// One command and all of its answer. Blocks. Fails with Unreachable or TimedOut.
[[nodiscard]] Result<QByteArray> askHaproxy(
    const QString &socketPath, const QByteArray &command, std::chrono::milliseconds timeout = haproxyPatience);
/// The same to a worker.
[[nodiscard]] Result<QByteArray> askWorker(const QString &socketPath, qint64 worker, const QByteArray &command);

/// Asks again until the time is over; without time, once.
[[nodiscard]] Result<HaproxyProcesses> askProcesses(
    const QString &socketPath, std::chrono::milliseconds timeout = haproxyPatience);
/// Fails with NotFound where the worker is not there any more.
[[nodiscard]] Result<HaproxyInfo> askInfo(const QString &socketPath, qint64 worker);

[[nodiscard]] HaproxyProcesses parseProcesses(const QByteArray &answer);
[[nodiscard]] HaproxyInfo parseInfo(const QByteArray &answer);

} // namespace ferry::agent
