#pragma once

#include "models/edits/Edit.h"

#include <optional>

namespace ferry {

/// What the wizard puts together. Objects whose id is already there replace the old one; objects that
/// did not change are left empty. A rule without id gets one made of its name.
struct Publication {
    std::optional<Gateway> gateway;
    std::optional<FtpService> service;
    std::optional<ProtocolDefinition> protocol;
    PublishingRule rule;
    qsizetype row = -1;  ///< where the rule goes; -1: at the end
};

/// Everything that one publication needs, as one step.
[[nodiscard]] EditPtr publishServer(const Publication &publication);

} // namespace ferry
