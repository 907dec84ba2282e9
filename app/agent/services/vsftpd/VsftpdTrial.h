#pragma once

#include "app/agent/process/Process.h"
#include "models/base/Address.h"

#include <QByteArray>

namespace ferry::agent {

/// vsftpd has no configuration check, so it is started for a moment on a spare port and has to say 220. The running
/// service is not touched.
struct VsftpdTrial {
    Command command;          ///< how the service itself is started
    QString configPath;       ///< which of its arguments is the configuration file
    QString scratchFolder;    ///< where the trial's files go
};

/// Fails with Refused and vsftpd's own words.
[[nodiscard]] Result<> tryVsftpd(const VsftpdTrial &trial, const QByteArray &configuration);

/// Ends the trial that an agent was killed in.
void endStrayTrials(const VsftpdTrial &trial);

} // namespace ferry::agent
