#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Keeps room on the volume of an FTP service's files, and gives it back.
class BallastVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("ballast"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE SERVICE SIZE"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {3, 3}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
