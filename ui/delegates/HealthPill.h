#pragma once

#include "models/tables/NodeStatuses.h"
#include "ui/widgets/StatePill.h"

namespace ferry::ui {

/// The pill of a gateway's or FTP service's health.
[[nodiscard]] constexpr PillState pillStateOf(Health health)
{
    switch (health) {
    case Health::Running:
        return PillState::Applied;
    case Health::Unreachable:
    case Health::Stopped:
        return PillState::Failed;
    case Health::Unknown:
        break;
    }
    return PillState::Unknown;
}

} // namespace ferry::ui
