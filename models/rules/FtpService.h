#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/base/PortRange.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace ferry {

enum class FtpSoftware { Vsftpd, Proftpd, PureFtpd, Iis };

/// How a site speaks TLS: not at all, after AUTH TLS (RFC 4217), or from the first byte.
enum class TlsMode { None, Explicit, Implicit };

/// The address a server advertises in 227: one for all, or one per gateway.
struct ExternalAddress {
    std::optional<Address> everywhere;
    QMap<GatewayId, Address> perGateway;

    /// What is advertised to clients that come through `gateway`; nothing where it is not set.
    [[nodiscard]] std::optional<Address> forGateway(const GatewayId &gateway) const;
    [[nodiscard]] bool isSet() const { return everywhere.has_value() || !perGateway.isEmpty(); }

    bool operator==(const ExternalAddress &) const = default;
};

/// One FTP site (virtual server) of an FTP service.
struct FtpSite {
    QString name;  ///< unique within the service
    Address address;
    quint16 port = 21;
    ExternalAddress externalAddress;
    TlsMode tls = TlsMode::None;

    bool operator==(const FtpSite &) const = default;
};

/// Managed FTP server software on one host.
struct FtpService {
    ServiceId id;
    QString name;
    QString agent;  ///< "host:port" of its agent
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString configPath;   ///< absolute path on the node; its agent must allow it
    QString serviceUnit;  ///< "vsftpd.service", or the name of a supervised child
    std::optional<PortRange> passivePorts;  ///< set for the whole server; nothing: any port
    QList<FtpSite> sites;

    bool operator==(const FtpService &) const = default;
};

/// The site of that name, or nullptr.
[[nodiscard]] const FtpSite *findSite(const FtpService &service, const QString &name);

} // namespace ferry
