#pragma once

#include "models/wire/Apply.h"

namespace ferry {

/// One change on a node in words, with what it is about.
struct PlannedChange {
    enum class What { Add, Change, Remove };

    What what = What::Change;
    QString subject;  ///< "rule partner-upload", "files-1"
    QString text;     ///< "Filter off", "Passive range 5000–5003 instead of any port"

    bool operator==(const PlannedChange &) const = default;
};

/// What an Apply would change on one node: desired minus running.
struct NodePlan {
    QString agent;
    QString node;            ///< name for people
    QString baseGeneration;  ///< what the node ran when the plan was made
    NodeConfig desired;
    QList<PlannedChange> changes;
    QList<NativeChange> native;    ///< known after prepare's dry run; empty before
    QList<RestartImpact> restarts;
    QString problem;         ///< why the node could not be asked; empty otherwise
    bool undoHandEdits = false; ///< see PrepareRequest

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty() && problem.isEmpty(); }
    bool operator==(const NodePlan &) const = default;
};

/// The differences between what runs and what is wanted, in words, in the order of the rules.
[[nodiscard]] QList<PlannedChange> differences(const NodeConfig &running, const NodeConfig &desired);

} // namespace ferry
