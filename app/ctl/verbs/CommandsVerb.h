#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Prints what an administrator types on the machine of an FTP service to set it up as the rule set says.
class CommandsVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("commands"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE SERVICE"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {2, 2}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
