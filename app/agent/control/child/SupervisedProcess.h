#pragma once

#include "app/agent/control/ServiceControl.h"
#include "app/agent/process/Process.h"
#include "models/base/Clock.h"

#include <QList>

namespace ferry::agent {

/// A child process that outlives the agent: its pid and start time are kept in a file, and an agent that was killed
/// finds it again. Restarted when it ends by itself, but not more than `mostDeaths` times a minute.
class SupervisedProcess {
public:
    /// `record` is where pid and start time are kept. Looks for a running process at once.
    SupervisedProcess(Command command, QString record, const Clock &clock);

    [[nodiscard]] ProcessState state() const;
    [[nodiscard]] bool isRunning() const { return isAlive(m_process); }
    [[nodiscard]] const ProcessId &process() const { return m_process; }
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<> stop(std::chrono::milliseconds timeout);
    /// From now on it should run: revive() starts it.
    void keepRunning();
    /// From now on this process is meant: one that has taken over from the one so far.
    void follow(const ProcessId &process);
    /// Starts it again where it should run and does not. Gives true if it did.
    bool revive();
    /// The end of its output.
    [[nodiscard]] QString lastWords() const;

    static constexpr int mostDeaths = 5;

private:
    void adopt();
    void remember() const;

    Command m_command;
    QString m_record;
    const Clock &m_clock;
    ProcessId m_process;
    bool m_shouldRun = false;
    QList<std::chrono::milliseconds> m_deaths;  ///< of the last minute, on the monotonic clock
    QString m_problem;
};

} // namespace ferry::agent
