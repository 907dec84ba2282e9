#pragma once

#include "app/agent/config/AgentConfig.h"
#include "app/agent/control/ServiceControl.h"
#include "app/agent/services/FtpServiceDriver.h"
#include "models/base/Clock.h"

#include <memory>

namespace ferry::agent {

/// The driver for the entry's software; each software has one line in ServiceRegistry.cpp.
[[nodiscard]] Result<std::unique_ptr<FtpServiceDriver>> createServiceDriver(
    const ServiceEntry &entry, const QString &stateDirectory);

/// Systemd, a supervised child, or nobody here, as the entry says.
[[nodiscard]] Result<std::unique_ptr<ServiceControl>> createControl(
    const ServiceEntry &entry, const QString &stateDirectory, const Clock &clock);

} // namespace ferry::agent
