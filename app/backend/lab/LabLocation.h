#pragma once

#include "models/base/Result.h"

#include <QString>

namespace ferry::backend {

/// Where a lab on this machine keeps what a console needs of it.
struct LabLocation {
    QString directory;
    QString ruleSetFile;
    QString identityDirectory;

    /// The paths of a lab in that directory, whether it is up or not.
    [[nodiscard]] static LabLocation at(const QString &directory);
    /// The lab used where nobody names another: beside the programs of a build tree, else in the user's runtime
    /// directory.
    [[nodiscard]] static QString defaultDirectory();
    /// Fails with NotFound where no lab was ever brought up there.
    [[nodiscard]] static Result<LabLocation> find(const QString &directory = defaultDirectory());
};

} // namespace ferry::backend
