#pragma once

#include "models/base/Result.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>

namespace ferry::ctl {

struct Command;

/// One process and no other: its number, and when it started, since numbers are used again.
struct ProcessRef {
    qint64 pid = 0;
    quint64 startTime = 0;  ///< clock ticks since boot, proc(5) /proc/PID/stat field 22

    /// The process with that number now; nothing where there is none.
    [[nodiscard]] static std::optional<ProcessRef> of(qint64 pid);
    [[nodiscard]] bool isAlive() const;
    /// Its children and theirs.
    [[nodiscard]] QList<ProcessRef> descendants() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ProcessRef fromJson(const QJsonObject &json);

    bool operator==(const ProcessRef &) const = default;
};

/// Starts a program that goes on when this one ends, in a session of its own; both its outputs go to `logPath`.
[[nodiscard]] Result<ProcessRef> startDetached(
    const Command &command, const QString &workingDirectory, const QString &logPath);

/// Asks the processes to end (SIGTERM), waits for it, and ends what is left (SIGKILL). Processes that are gone, or
/// whose number belongs to another one by now, are left alone.
void endProcesses(const QList<ProcessRef> &processes, std::chrono::milliseconds patience);

/// Processes of this user that carry `name=value` in the environment they were started with: what a crash has left
/// over.
[[nodiscard]] QList<ProcessRef> processesMarked(const QByteArray &name, const QByteArray &value);

} // namespace ferry::ctl
