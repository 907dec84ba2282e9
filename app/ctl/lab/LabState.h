#pragma once

#include "app/ctl/lab/LabNetwork.h"
#include "app/ctl/lab/LabPaths.h"
#include "app/ctl/lab/ProcessRef.h"

namespace ferry::ctl {

/// What `lab up` has written down about a lab: enough to find it, tell its state, and end exactly its processes.
struct LabState {
    LabNetwork network;
    QString packages;
    QString mark;  ///< random; in the environment of every process of the lab
    ProcessRef gatewayAgent;
    ProcessRef serverAgent;

    /// Fails with NotFound where no lab was brought up in the directory.
    [[nodiscard]] static Result<LabState> load(const LabPaths &paths);
    [[nodiscard]] Result<void> save(const LabPaths &paths) const;

    /// The environment variable that carries `mark`.
    static constexpr const char *markVariable = "FERRYGATE_LAB";
};

} // namespace ferry::ctl
