#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Shows what was edited by hand on the nodes since the last Apply, undoes it, or takes it over.
class DriftVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("drift"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {1, 1}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
