#pragma once

#include "app/ctl/lab/LabNetwork.h"
#include "app/ctl/lab/LabPaths.h"
#include "models/rules/RuleSet.h"

namespace ferry::ctl {

/// The rule set of the story with its faults (resources/samples/story.ferrygate.json), moved to the lab's addresses and
/// files: a filter that denies AUTH TLS in front of an FTPS server that has neither a passive range nor an external
/// address. Behind it a second rule for plain FTP through the same filter.
[[nodiscard]] Result<RuleSet> labSample(const LabNetwork &network, const LabPaths &paths);

} // namespace ferry::ctl
