#pragma once

#include "models/wire/NodeStatus.h"

#include <QStringList>

namespace ferry::ctl {

/// How a node is, in lines for people. `ahead` is how far its clock is before ours.
[[nodiscard]] QString nodeReport(const QString &agent, const NodeStatus &status, std::chrono::milliseconds ahead);

/// What somebody should look at: what does not run, a low volume, a wrong clock, drift. Empty where all is well.
[[nodiscard]] QStringList nodeRemarks(const NodeStatus &status, std::chrono::milliseconds ahead);

} // namespace ferry::ctl
