#pragma once

#include "app/agent/process/Process.h"

namespace ferry::agent {

/// Asks `proftpd -t` about a configuration, which is written to the folder `scratch` for that time; what it would write
/// to `runFolder` goes there too. Fails with Refused and its complaints.
[[nodiscard]] Result<> checkProftpdConfig(const Command &proftpd, const QString &scratch, const QString &runFolder,
    const QByteArray &configuration, const QString &gateway);

/// What ProFTPD has against a configuration or a start: its errors, without time, host and process in front. Its last
/// words where it names none.
[[nodiscard]] QString proftpdComplaints(const QString &output);

} // namespace ferry::agent
