#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/rules/FilterSettings.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace ferry {

/// Where a gateway accepts control connections.
struct Listener {
    Address address;   ///< an external address of the gateway
    quint16 port = 0;  ///< 0: the control port of the rule's protocol definition

    bool operator==(const Listener &) const = default;
};

/// A published server that is a site of a managed FTP service.
struct ServiceSite {
    ServiceId service;
    QString site;

    bool operator==(const ServiceSite &) const = default;
};

/// A published server known by its address alone.
struct BareServer {
    Address address;
    quint16 port = 21;

    bool operator==(const BareServer &) const = default;
};

using PublishedServer = std::variant<ServiceSite, BareServer>;

/// One publication: listener + protocol definition + published server + source networks + filter + log.
struct PublishingRule {
    RuleId id;
    QString name;
    QString description;
    bool enabled = true;
    ProtocolId protocol;
    QList<GatewayId> gateways;
    Listener listener;
    /// What clients are told in 227 by the filter; nothing: the site's external address, or the listener's.
    std::optional<Address> externalAddress;
    PublishedServer server = BareServer{};
    QList<Network> from;  ///< empty: clients on any network
    FilterSettings filter;
    bool log = true;
    QString reason;  ///< of the last change

    bool operator==(const PublishingRule &) const = default;
};

} // namespace ferry
