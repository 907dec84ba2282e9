#pragma once

#include "models/wire/Operations.h"

namespace ferry::ctl {

/// Both legs side by side: time, what client and gateway said to each other, what gateway and server did. A leg without
/// the line shows nothing there; what the gateway rewrote stands different on both sides.
[[nodiscard]] QString transcriptText(const SessionTranscript &transcript);

} // namespace ferry::ctl
