#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// What a gateway's node counts, for Prometheus.
class MetricsVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("metrics"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE GATEWAY"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {2, 2}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
