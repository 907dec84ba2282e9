#pragma once

#include "models/base/Result.h"
#include "models/wire/Apply.h"

#include <QString>

#include <chrono>
#include <optional>

namespace ferry {

enum class ApplyPhase {
    Planning,
    Planned,       ///< differences known, nothing changed
    Preparing,
    Committing,
    Verifying,
    Unconfirmed,   ///< runs, and goes back by itself unless confirmed
    Confirmed,
    RolledBack,
    Failed,        ///< the old configuration runs; `error` says why
};

enum class StepState { Waiting, Running, Done, Failed, Skipped };

/// One line of the progress list: a node or the verification, and what it does.
struct ApplyStep {
    QString node;
    QString title;   ///< "Prepare files-1"
    QString detail;  ///< "vsftpd restarted in 420 ms, pid 4711"
    StepState state = StepState::Waiting;

    bool operator==(const ApplyStep &) const = default;
};

/// Everything a person has to know about an Apply under way; sent whole with each step.
struct ApplyProgress {
    ApplyPhase phase = ApplyPhase::Planning;
    QList<ApplyStep> steps;
    std::chrono::milliseconds confirmLeft{0};
    std::optional<Error> error;
    std::optional<ApplyRecord> conflict;  ///< Failed because of it: who applied meanwhile, when, why and what
};

} // namespace ferry
