#pragma once

#include "app/ctl/lab/LabServer.h"
#include "app/ctl/lab/LabState.h"

#include <QJsonObject>

namespace ferry::ctl {

/// agent.json of the lab's gateway: the builtin engine, whose connections to servers start from the gateway's address,
/// so that vsftpd refuses a data connection that a client opens around it.
[[nodiscard]] QJsonObject gatewayAgentConfig(const LabPaths &paths, const LabNetwork &network, const QString &programs);

/// agent.json of the lab's FTP server: vsftpd as a supervised child.
[[nodiscard]] QJsonObject serverAgentConfig(const LabPaths &paths, const LabState &state, const Command &vsftpd);

} // namespace ferry::ctl
