#pragma once

#include "app/agent/process/Process.h"
#include "app/agent/process/Sockets.h"

namespace ferry::agent {

/// A process of ProFTPD that serves one session: its standard input is the control connection.
struct ProftpdSession {
    ProcessId process;
    OpenConnection control;
};

/// The processes of one gateway: one that listens, and one for each session. ProFTPD overwrites its command line, so
/// they are known by their standard error, which all of them inherit.
struct ProftpdProcesses {
    QList<ProcessId> masters;
    QList<ProftpdSession> sessions;
};

/// Those whose standard error is the file `output`. Of other users' processes only root sees that.
[[nodiscard]] ProftpdProcesses findProftpd(const QString &output);

} // namespace ferry::agent
