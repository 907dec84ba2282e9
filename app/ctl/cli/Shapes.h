#pragma once

#include "app/backend/deploy/Plan.h"
#include "models/edits/Change.h"
#include "models/plan/ApplyProgress.h"
#include "models/probe/ProbeReport.h"

#include <QJsonObject>

namespace ferry::ctl {

/// The documents that --json prints. Only ever added to.
[[nodiscard]] QJsonObject planToJson(const backend::Plan &plan);
[[nodiscard]] QJsonObject progressToJson(const ApplyProgress &progress);
[[nodiscard]] QJsonObject reportToJson(const ProbeReport &report);

/// The same for people.
[[nodiscard]] QString planText(const backend::Plan &plan);
[[nodiscard]] QString reportText(const ProbeReport &report);
[[nodiscard]] QString conflictText(const ApplyRecord &record);

/// "confirmed", "rolled-back", "failed", "unconfirmed", ...
[[nodiscard]] QString phaseName(ApplyPhase phase);
/// "rule", "protocol", "gateway", "ftp-service"
[[nodiscard]] QString kindName(ObjectKind kind);
/// "done", "failed", "skipped", "running", "waiting".
[[nodiscard]] QString stateName(StepState state);
/// "✓", "✗", "–", "…", "·"
[[nodiscard]] QString stateMark(StepState state);

} // namespace ferry::ctl
