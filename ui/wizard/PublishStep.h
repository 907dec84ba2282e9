#pragma once

#include "ui/wizard/PublishDraft.h"

#include <QString>

#include <array>

namespace ferry::ui {

/// The steps of the wizard, in order.
enum class PublishStep { Server, Protocol, Listener, PassivePorts, Filter, Check, Summary };

inline constexpr std::array publishSteps{
    PublishStep::Server,
    PublishStep::Protocol,
    PublishStep::Listener,
    PublishStep::PassivePorts,
    PublishStep::Filter,
    PublishStep::Check,
    PublishStep::Summary,
};

/// "What to publish"
[[nodiscard]] QString stepTitle(PublishStep step);

/// What the choices of the step mean for the client, in a sentence or two.
[[nodiscard]] QString stepMeaning(PublishStep step, const PublishDraft &draft, const RuleSet &ruleSet);

/// What was chosen, short enough for the step list: "files-1, explicit TLS". Empty where there is nothing to say.
[[nodiscard]] QString stepOutcome(PublishStep step, const PublishDraft &draft, const RuleSet &ruleSet);

/// Why the wizard cannot go on from `step`; nothing where it can.
[[nodiscard]] std::optional<Error> stepProblem(PublishStep step, const PublishDraft &draft, const RuleSet &ruleSet);

} // namespace ferry::ui
