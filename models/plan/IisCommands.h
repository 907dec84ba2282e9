#pragma once

#include "models/plan/NodeConfig.h"

#include <QStringList>

namespace ferry {

/// What the commands are for: cmd.exe with IIS's own tool, or PowerShell with the module WebAdministration.
enum class WindowsShell { AppCmd, PowerShell };

/// Commands for an administrator of the Windows machine that set there what an Apply of `service` sets, and restart
/// the FTP service ftpsvc: passive range and external addresses. Said twice they change nothing more. A site whose name
/// a shell would read otherwise gets a comment instead.
[[nodiscard]] QStringList iisCommands(const ServiceConfig &service, WindowsShell shell);

} // namespace ferry
