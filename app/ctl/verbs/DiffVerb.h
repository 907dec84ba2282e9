#pragma once

#include "app/backend/deploy/Plan.h"
#include "app/ctl/cli/Verb.h"
#include "models/rules/RuleSet.h"

namespace ferry::ctl {

/// What the nodes would run under `after` compared with what they would run under `before`; no node is asked.
[[nodiscard]] backend::Plan comparedPlan(const RuleSet &before, const RuleSet &after);

/// The differences of two rule sets, in words.
class DiffVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("diff"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("BEFORE AFTER"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {2, 2}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
