#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// Takes another rule set into this one, or what an FTP server has.
class ImportVerb final : public Verb {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("import"); }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("FILE INCOMING | FILE --server SERVICE"); }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString jsonShape() const override;
    void addOptions(QCommandLineParser &parser) const override;
    [[nodiscard]] std::pair<int, int> argumentCount() const override { return {1, 2}; }
    [[nodiscard]] int run(const Call &call) const override;
};

} // namespace ferry::ctl
