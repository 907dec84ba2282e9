#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Tells how every node of a rule set is.
class StatusVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("status"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {1, 1}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
