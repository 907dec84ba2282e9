#include "app/proxy/data/DataPorts.h"

#include "app/proxy/net/Sockets.h"

#include <utility>

namespace ferry::proxy {
namespace {

// Ports that other programs hold are met one bind() at a time; a session must not pay for thousands of them.
constexpr int maxForeignPorts = 256;

} // namespace

PortLease::PortLease(PortLease &&other) noexcept
    : m_ports(std::exchange(other.m_ports, nullptr)), m_endpoint(other.m_endpoint)
{
}

PortLease &PortLease::operator=(PortLease &&other) noexcept
{
    std::swap(m_ports, other.m_ports);
    std::swap(m_endpoint, other.m_endpoint);
    return *this;
}

PortLease::~PortLease()
{
    if (m_ports)
        m_ports->m_leased.erase(m_endpoint);
}

tl::expected<DataPorts::Opened, int> DataPorts::open(
    const IpAddress &local, const PortSet &ports, const PortSet &excluded)
{
    const std::uint32_t count = ports.size();
    const std::uint32_t start = count == 0 ? 0 : std::uniform_int_distribution<std::uint32_t>(0, count - 1)(m_random);
    int foreign = 0;
    for (std::uint32_t i = 0; i < count && foreign < maxForeignPorts; ++i) {
        const Endpoint endpoint{local, ports.at((start + i) % count)};
        if (excluded.contains(endpoint.port) || m_leased.contains(endpoint))
            continue;
        tl::expected<Fd, int> listener = listenOn(endpoint, 4);
        if (listener) {
            m_leased.insert(endpoint);
            return Opened{std::move(*listener), endpoint.port, PortLease(*this, endpoint)};
        }
        if (listener.error() != EADDRINUSE && listener.error() != EACCES)
            return tl::unexpected(listener.error());
        ++foreign;
    }
    return tl::unexpected(EADDRINUSE);
}

} // namespace ferry::proxy
