#pragma once

#include "app/proxy/net/Fd.h"
#include "app/proxy/net/IpAddress.h"
#include "app/proxy/net/PortSet.h"

#include <random>
#include <unordered_set>

namespace ferry::proxy {

class DataPorts;

/// A data port of the gateway for as long as one transfer needs it.
class PortLease {
public:
    PortLease() = default;
    PortLease(DataPorts &ports, const Endpoint &endpoint) : m_ports(&ports), m_endpoint(endpoint) {}
    PortLease(PortLease &&other) noexcept;
    PortLease &operator=(PortLease &&other) noexcept;
    ~PortLease();

private:
    DataPorts *m_ports = nullptr;
    Endpoint m_endpoint;
};

/// Hands out the gateway's own data ports. A port is used by one transfer at a time, from the 227 until the last
/// byte, so that a range of four ports carries four transfers, as the administrator reads it. The search starts at a
/// random place: guessing the next port is half of data stealing (RFC 2577 section 6).
class DataPorts {
public:
    struct Opened {
        Fd listener;
        std::uint16_t port = 0;
        PortLease lease;
    };

    /// Listens on a free port of `ports` that is not in `excluded`. The error is EADDRINUSE when all are taken, else
    /// the errno.
    [[nodiscard]] tl::expected<Opened, int> open(const IpAddress &local, const PortSet &ports, const PortSet &excluded);

private:
    friend class PortLease;

    std::unordered_set<Endpoint, EndpointHash> m_leased;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace ferry::proxy
