#pragma once

#include "models/edits/Edit.h"

#include <optional>

namespace ferry {

// Edits of a managed FTP service.

[[nodiscard]] EditPtr renameService(const ServiceId &service, const QString &name);
/// Nothing: the server picks any port. Set for the whole server; needs a restart to become active.
[[nodiscard]] EditPtr setPassivePorts(const ServiceId &service, std::optional<PortRange> ports);
[[nodiscard]] EditPtr setExternalAddress(const ServiceId &service, const QString &site, const ExternalAddress &address);
[[nodiscard]] EditPtr setSiteTls(const ServiceId &service, const QString &site, TlsMode tls);
/// Takes the rules that publish the site along.
[[nodiscard]] EditPtr renameSite(const ServiceId &service, const QString &site, const QString &name);
/// Everything a service dialog edits at once. A site that kept its place and got another name is taken as renamed.
[[nodiscard]] EditPtr replaceService(const FtpService &service);

[[nodiscard]] EditPtr insertService(const FtpService &service);
/// Refuses while rules publish it, and says which.
[[nodiscard]] EditPtr removeService(const ServiceId &service);
/// Removes the service and every rule that publishes it.
[[nodiscard]] EditPtr removeServiceAndUsers(const ServiceId &service);

} // namespace ferry
