#pragma once

#include "models/base/Result.h"

#include <optional>

namespace ferry::ui {

/// Why `text` is not "host:port" of an agent; nothing if it is, or if it is empty (no agent yet).
[[nodiscard]] std::optional<Error> agentAddressProblem(const QString &text);

} // namespace ferry::ui
