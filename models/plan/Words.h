#pragma once

#include "models/plan/NodeConfig.h"

#include <QStringList>

namespace ferry {

// Values of a configuration as people read them; used by the words of the plan.

[[nodiscard]] QString endpointText(const Address &address, quint16 port);  ///< "203.0.113.1:21", "[2001:db8::1]:21"
[[nodiscard]] QString portsText(const QList<PortRange> &ranges);           ///< "5000–5003, 6000"; "none"
[[nodiscard]] QString clientAddressesText(const QList<ClientAddress> &addresses); ///< "none" where there is none
[[nodiscard]] QString networksText(const QList<Network> &networks);        ///< "any network" where there is none
[[nodiscard]] QString tlsText(TlsMode mode);
[[nodiscard]] QString authTlsText(AuthTls handling);
[[nodiscard]] QString upstreamTlsText(UpstreamTls mode);
[[nodiscard]] QString presetText(CommandPreset preset);
[[nodiscard]] QString engineText(Engine engine);
[[nodiscard]] QString softwareText(FtpSoftware software);
[[nodiscard]] QString quoted(const QString &name);

/// One sentence for a rule that was not there before.
[[nodiscard]] QString publicationText(const PublishedRule &rule);
/// A line for each setting that differs; empty where nothing does.
[[nodiscard]] QStringList ruleChanges(const PublishedRule &from, const PublishedRule &to);
/// What to set on a service that was not managed before.
[[nodiscard]] QStringList serviceSettings(const ServiceConfig &service);
[[nodiscard]] QStringList serviceChanges(const ServiceConfig &from, const ServiceConfig &to);

} // namespace ferry
