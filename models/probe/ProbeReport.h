#pragma once

#include "models/plan/ApplyProgress.h"
#include "models/rules/PublishingRule.h"

namespace ferry {

/// One step of the connection test from the outside.
struct ProbeStep {
    QString title;    ///< "AUTH TLS", "EPSV and LIST", "RETR by PASV"
    QString detail;   ///< the reply, the address and port that 227 gave, the hash
    StepState state = StepState::Waiting;
    std::chrono::milliseconds elapsed{0};
    QString cause;    ///< on failure: why, in words
    QString findingCode;  ///< on failure: the finding whose fix cures it; may be empty

    bool operator==(const ProbeStep &) const = default;
};

/// What the test of one publishing rule found.
struct ProbeReport {
    RuleId rule;
    QString target;  ///< "203.0.113.1:21"
    QList<ProbeStep> steps;

    [[nodiscard]] bool succeeded() const;
    bool operator==(const ProbeReport &) const = default;
};

} // namespace ferry
