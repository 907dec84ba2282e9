#pragma once

#include "app/proxy/net/Fd.h"
#include "app/proxy/net/IpAddress.h"
#include "app/proxy/net/PortSet.h"

#include <memory>
#include <random>
#include <unordered_map>

namespace ferry::proxy {

struct Accepted;
class DataListener;
class DataPorts;

/// A data port of the gateway for as long as one transfer needs it.
class PortLease {
public:
    PortLease() = default;
    PortLease(DataPorts &ports, const Endpoint &endpoint) : m_ports(&ports), m_endpoint(endpoint) {}
    PortLease(PortLease &&other) noexcept;
    PortLease &operator=(PortLease &&other) noexcept;
    ~PortLease();

    [[nodiscard]] explicit operator bool() const { return m_ports != nullptr; }
    /// Who waits on the port for its connection; null when nobody does any more.
    void setWaiting(DataListener *listener);

private:
    DataPorts *m_ports = nullptr;
    Endpoint m_endpoint;
};

/// Who listens on ports of the gateway for other reasons: relay ports, of the running configuration or of sessions that
/// began under an earlier one.
class PortHosts {
public:
    /// Keeps the port listening as long as it lives; null if nobody listens there, or for control connections.
    [[nodiscard]] virtual std::shared_ptr<void> hostOf(const Endpoint &local) const = 0;

protected:
    ~PortHosts() = default;
};

/// Hands out the gateway's own data ports. A port is used by one transfer at a time, from the 227 until the last
/// byte, so that a range of four ports carries four transfers, as the administrator reads it. The search starts at a
/// random place: guessing the next port is half of data stealing (RFC 2577 section 6).
///
/// A change of the configuration makes data ports relay ports, and relay ports data ports, while sessions of the
/// earlier version still hold them. Both then share the port: its listening socket is the relay port's, and what is
/// accepted there is offered to the data connection first.
class DataPorts {
public:
    struct Opened {
        Fd listener; ///< or else
        std::shared_ptr<void> host; ///< the port is shared with it
        std::uint16_t port = 0;
        PortLease lease;
    };

    void setHosts(const PortHosts &hosts) { m_hosts = &hosts; }

    /// Listens on a free port of `ports` that is not in `excluded`. The error is EADDRINUSE when all are taken, else
    /// the errno.
    [[nodiscard]] tl::expected<Opened, int> open(const IpAddress &local, const PortSet &ports, const PortSet &excluded);

    /// The listening socket of a data connection that waits on this port, for somebody else to listen on as well;
    /// empty if none does. Both would accept: hostArrived() has to follow, or the socket be closed.
    [[nodiscard]] Fd share(const Endpoint &local) const;
    /// What waits on this port now waits for what `host` accepts.
    void hostArrived(const Endpoint &local, const std::shared_ptr<void> &host);
    /// True if a data connection that waits on this port has taken what its host has accepted.
    [[nodiscard]] bool offer(const Endpoint &local, Accepted &accepted);

private:
    friend class PortLease;

    [[nodiscard]] DataListener *waitingAt(const Endpoint &local) const;
    [[nodiscard]] tl::expected<Opened, int> openShared(
        const IpAddress &local, const PortSet &ports, const PortSet &excluded, std::uint32_t start);

    const PortHosts *m_hosts = nullptr;
    std::unordered_map<Endpoint, DataListener *, EndpointHash> m_leased;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace ferry::proxy
