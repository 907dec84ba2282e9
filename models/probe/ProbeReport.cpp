#include "models/probe/ProbeReport.h"

#include <algorithm>

namespace ferry {

bool ProbeReport::succeeded() const
{
    return !steps.isEmpty() && std::all_of(steps.cbegin(), steps.cend(), [](const ProbeStep &step) {
        return step.state == StepState::Done || step.state == StepState::Skipped;
    });
}

} // namespace ferry
