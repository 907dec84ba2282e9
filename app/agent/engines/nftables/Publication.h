#pragma once

#include "app/agent/engines/nftables/Shares.h"
#include "models/base/Id.h"

#include <QSet>

namespace ferry::agent {

/// Ports of one listening address that a rule has, and for whom.
struct PublishedPorts {
    RuleId rule;
    Address address;
    PortRange ports = PortRange::fromTrusted(1, 1);
    std::optional<AddressRange> clients; ///< nothing: everybody

    [[nodiscard]] bool serves(const Address &client, quint16 port) const
    {
        return ports.contains(port) && (!clients || clients->contains(client));
    }
};

/// What a script of renderNftScript() publishes, so that nothing has to be kept beside it.
struct Publication {
    QString generation;
    QList<PublishedPorts> control;
    QList<PublishedPorts> relay;

    [[nodiscard]] static Publication read(const QByteArray &script);
    [[nodiscard]] QSet<RuleId> rules() const;
};

/// nft commands after which the rules take no new sessions, or take them again, whatever was before. Ids without
/// listener are left out.
[[nodiscard]] QByteArray drainScript(
    const GatewayId &gateway, const Publication &publication, const QSet<RuleId> &rules, bool isDraining);

} // namespace ferry::agent
