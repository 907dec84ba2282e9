#pragma once

#include "models/base/Result.h"

#include <QDateTime>

#include <chrono>

namespace ferry::agent {

/// A service's process, as its manager sees it.
struct ProcessState {
    bool running = false;
    qint64 pid = 0;
    QDateTime since;
    QString problem;  ///< why it does not run, in sentences; empty otherwise

    bool operator==(const ProcessState &) const = default;
};

/// Starts and ends one service. Calls block; they are made by the agent's worker only. A start that the manager
/// calls done is not yet a service that answers: see services/Restart.h.
class ServiceControl {
public:
    virtual ~ServiceControl() = default;

    /// True if nobody here can start or end it: the files are changed, and somebody restarts it elsewhere.
    [[nodiscard]] virtual bool isByHand() const { return false; }
    [[nodiscard]] virtual ProcessState state() = 0;
    /// Ends the old process with all its sessions and starts a new one. Fails when the manager says so, with its
    /// reason in words.
    [[nodiscard]] virtual Result<> restart(std::chrono::milliseconds timeout) = 0;
    [[nodiscard]] virtual Result<> stop(std::chrono::milliseconds timeout) = 0;
    /// What the process said last, for the reason of a failure; may be empty.
    [[nodiscard]] virtual QString lastWords() const = 0;
    /// Called about once a second: brings back a service that ended by itself, where this control is in charge.
    virtual void supervise() {}
};

} // namespace ferry::agent
