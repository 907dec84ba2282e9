#pragma once

#include "app/agent/services/proftpd/ProftpdConfiguration.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What the configuration sets, in Ferrygate's words; id is left empty. A site is a server that speaks FTP: the main
/// one and each <VirtualHost>, by its ServerName. The passive range and a site's external address are told where they
/// are the same for all servers, and for clear and TLS sessions.
[[nodiscard]] ServiceConfig settingsIn(const ProftpdConfiguration &configuration);

/// The servers behind the sites of settingsIn(), in the same order.
[[nodiscard]] QList<int> ftpServersIn(const ProftpdConfiguration &configuration);

/// Puts `wanted` into the configuration. A directive that counts already is edited where it stands; what nobody has
/// said yet goes to the own file, or into the <VirtualHost> that it is for. Fails with Unsupported for what ProFTPD
/// cannot do, or what Ferrygate does not do to it.
[[nodiscard]] Result<> applySettings(const ServiceConfig &wanted, ProftpdConfiguration &configuration);

} // namespace ferry::agent
