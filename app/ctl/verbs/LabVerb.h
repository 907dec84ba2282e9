#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// A whole installation on loopback.
class LabVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("lab"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("up | down | status | story"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {1, 1}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
