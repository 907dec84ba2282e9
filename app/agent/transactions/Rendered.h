#pragma once

#include "app/agent/transactions/Transactions.h"

namespace ferry::agent {

/// The native files of one gateway or service, as they are and as they are to be.
struct RenderedPart {
    QString id;
    QList<NativeFile> before;
    QList<NativeFile> after;

    /// The files of `after` that differ from what is there.
    [[nodiscard]] QList<NativeFile> changed() const;
};

struct Transactions::Rendered {
    QList<RenderedPart> services;
    QList<RenderedPart> gateways;
    bool runsGatewaysAnew = false; ///< also where no file of theirs changes: what they run may have been changed

    [[nodiscard]] QList<NativeChange> changes() const;
    [[nodiscard]] QList<WrittenFile> allFiles() const;
};

} // namespace ferry::agent
