#pragma once

#include "app/agent/process/Process.h"
#include "app/agent/services/proftpd/ProftpdConfiguration.h"

namespace ferry::agent {

/// The program proftpd, asked what it thinks of a configuration. The running service and its files are not touched.
struct ProftpdChecker {
    Command command;        ///< how the service itself is started
    QString scratchFolder;  ///< where the checked copy goes

    /// What is compiled in and defined; modules are unknown where the program does not say.
    [[nodiscard]] ProftpdBuild build() const;
    /// Runs "proftpd -t" on one file that holds the configuration with all its includes, so that no include leads to a
    /// file that is not the one meant. Fails with Refused and ProFTPD's words, by the real file and line.
    [[nodiscard]] Result<> check(const ProftpdConfiguration &configuration) const;
};

} // namespace ferry::agent
