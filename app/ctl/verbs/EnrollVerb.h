#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Makes keys, and lets agents and people in.
class EnrollVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("enroll"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("init | token | user NAME"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {1, 2}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
