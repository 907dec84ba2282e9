#pragma once

#include "models/base/Result.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

#include <sys/types.h>

/// Child processes that outlive the agent: a restarted agent finds them again and goes on.
namespace ferry::agent {

/// Names one process for good: pids come back, the pair of pid and start time does not (proc(5), field 22 of stat).
struct ProcessId {
    pid_t pid = 0;
    quint64 startTicks = 0;

    bool operator==(const ProcessId &) const = default;
};

/// What to start. There is no shell anywhere: arguments are passed as they are.
struct Command {
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment;  ///< added to a minimal one
    QString output;                      ///< file that becomes the process's standard input, output and error

    bool operator==(const Command &) const = default;
};

/// Starts it in a session of its own, so that it and its children can be ended together. The output file is emptied.
[[nodiscard]] Result<ProcessId> spawn(const Command &command);

/// The process of that pid, if there is one that has not ended.
[[nodiscard]] std::optional<ProcessId> identify(pid_t pid);
[[nodiscard]] bool isAlive(const ProcessId &process);
/// The pid of a process's parent; 0 where there is no such process.
[[nodiscard]] pid_t parentOf(pid_t pid);
/// False if the file `program` is not the one that the process was started from: it was replaced since. True where
/// that cannot be seen.
[[nodiscard]] bool runsProgram(const ProcessId &process, const QString &program);
/// True if it leads a process group, as everything does that spawn() has started.
[[nodiscard]] bool leadsItsGroup(const ProcessId &process);
/// When it started, by the wall clock.
[[nodiscard]] QDateTime startTime(const ProcessId &process);

/// Waits until it has ended; gives false when the time was over first.
[[nodiscard]] bool waitForEnd(const ProcessId &process, std::chrono::milliseconds timeout);

/// SIGTERM to its session's group, SIGKILL to what is left after `patience`. Fails if something survives even that.
[[nodiscard]] Result<> endGroup(const ProcessId &leader, std::chrono::milliseconds patience);

/// The oldest living process that runs exactly this command for this user and is no child of another such one.
[[nodiscard]] std::optional<ProcessId> findRunning(const Command &command);

/// All living processes of this user that were given `argument`.
[[nodiscard]] QList<ProcessId> findRunningWith(const QString &argument);

/// Identifies this boot of the machine: /proc/sys/kernel/random/boot_id.
[[nodiscard]] QString bootId();

} // namespace ferry::agent
