#pragma once

#include "models/plan/ApplyProgress.h"

#include <chrono>

namespace ferry {

[[nodiscard]] QString stepStateText(StepState state);
/// "4 ms", "1.2 s"; "–" for zero.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

} // namespace ferry
