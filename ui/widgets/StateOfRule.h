#pragma once

#include "models/plan/RuleState.h"
#include "ui/widgets/StatePill.h"

namespace ferry::ui {

/// The pill that shows a rule's state.
[[nodiscard]] constexpr PillState pillStateOf(RuleState state)
{
    switch (state) {
    case RuleState::Applied:
        return PillState::Applied;
    case RuleState::Pending:
        return PillState::Pending;
    case RuleState::Draft:
        return PillState::Draft;
    case RuleState::Drifted:
        return PillState::Drifted;
    case RuleState::Unknown:
        break;
    }
    return PillState::Unknown;
}

} // namespace ferry::ui
