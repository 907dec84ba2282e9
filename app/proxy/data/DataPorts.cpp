#include "app/proxy/data/DataPorts.h"

#include "app/proxy/data/DataListener.h"

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

void PortLease::setWaiting(DataListener *listener)
{
    if (m_ports)
        m_ports->m_leased[m_endpoint] = listener;
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
            m_leased.emplace(endpoint, nullptr);
            return Opened{std::move(*listener), {}, endpoint.port, PortLease(*this, endpoint)};
        }
        if (listener.error() != EADDRINUSE && listener.error() != EACCES)
            return tl::unexpected(listener.error());
        ++foreign;
    }
    return openShared(local, ports, excluded, start);
}

tl::expected<DataPorts::Opened, int> DataPorts::openShared(
    const IpAddress &local, const PortSet &ports, const PortSet &excluded, std::uint32_t start)
{
    const std::uint32_t count = m_hosts ? ports.size() : 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Endpoint endpoint{local, ports.at((start + i) % count)};
        if (excluded.contains(endpoint.port) || m_leased.contains(endpoint))
            continue;
        if (std::shared_ptr<void> host = m_hosts->hostOf(endpoint)) {
            m_leased.emplace(endpoint, nullptr);
            return Opened{{}, std::move(host), endpoint.port, PortLease(*this, endpoint)};
        }
    }
    return tl::unexpected(EADDRINUSE);
}

DataListener *DataPorts::waitingAt(const Endpoint &local) const
{
    const auto leased = m_leased.find(local);
    return leased == m_leased.end() ? nullptr : leased->second;
}

Fd DataPorts::share(const Endpoint &local) const
{
    const DataListener *waiting = waitingAt(local);
    return waiting ? waiting->share() : Fd();
}

void DataPorts::hostArrived(const Endpoint &local, const std::shared_ptr<void> &host)
{
    if (DataListener *waiting = waitingAt(local))
        waiting->moveTo(host);
}

bool DataPorts::offer(const Endpoint &local, Accepted &accepted)
{
    DataListener *waiting = waitingAt(local);
    return waiting && waiting->offer(accepted);
}

} // namespace ferry::proxy
