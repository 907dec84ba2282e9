#pragma once

#include "app/ctl/cli/Workbench.h"

#include <QJsonObject>

namespace ferry::ctl {

/// What one agent says about changes by hand.
struct HandEdits {
    QString agent;
    NodeStatus status;
    Observation observation;

    /// Of a gateway: it runs something else than what the last Apply gave it, in its own words.
    [[nodiscard]] QStringList problems() const;
    [[nodiscard]] bool isNone() const { return status.drift.isEmpty() && problems().isEmpty(); }
};

/// Asks the agent; blocks.
[[nodiscard]] Result<HandEdits> askForHandEdits(Workbench &bench, const QString &agent);

/// File by file, what was written and what is there.
[[nodiscard]] QString handEditsText(const HandEdits &edits);
[[nodiscard]] QJsonObject handEditsToJson(const HandEdits &edits);

/// An Apply of what the nodes run already, which puts every file back to what the last one wrote (`undo`), or takes the
/// files as they are for what it wrote.
[[nodiscard]] backend::Plan handEditsPlan(const QList<HandEdits> &nodes, bool undo);

/// `ruleSet` with the settings that the edited FTP services have now. `taken` gets each setting in words. Fails where
/// one of them does not fit into the rule set.
[[nodiscard]] Result<RuleSet> takenOver(const RuleSet &ruleSet, const QList<HandEdits> &nodes, QStringList &taken);

} // namespace ferry::ctl
