#pragma once

#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"
#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// What Bind says: "address,port", "address," or "port". Of several lines the server keeps the first address and the
/// last port.
struct PureFtpdBind {
    QByteArray address;  ///< also a name; empty: all addresses
    QByteArray port;     ///< also a service name; empty: 21

    [[nodiscard]] std::optional<Address> literal() const;
    /// The port's number, by services(5) where it is a name; nothing if it is neither.
    [[nodiscard]] std::optional<quint16> known() const;
    [[nodiscard]] quint16 number() const;
};
[[nodiscard]] PureFtpdBind bindIn(const PureFtpdFiles &files);

/// The address as Bind takes it. pure-ftpd.conf takes a ":" in front of a value for the one behind the key, and then
/// stumbles over the second one of "::1".
[[nodiscard]] QByteArray pureFtpdAddress(const Address &address);

/// What the files set, in Ferrygate's words; id and paths are left empty. There is one site, "default".
[[nodiscard]] ServiceConfig settingsIn(const PureFtpdFiles &files);

/// Puts `wanted` into the files, touching only values that have another effect now. Fails with Unsupported for what
/// Pure-FTPd cannot do, or what Ferrygate does not do to it.
[[nodiscard]] Result<> applySettings(const ServiceConfig &wanted, PureFtpdFiles &files);

} // namespace ferry::agent
