#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// What an operator does with a gateway that runs: ends a session, drains a rule or all of them, upgrades it.
class GatewayVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("gateway"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override
    {
        return QStringLiteral("end|drain|resume|upgrade FILE GATEWAY [WHAT]");
    }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {3, 4}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
