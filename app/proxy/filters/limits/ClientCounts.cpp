#include "app/proxy/filters/limits/ClientCounts.h"

namespace ferry::proxy {
namespace {

IpAddress networkOf(const IpAddress &client, NetworkSize size)
{
    return firstAddress(client, client.isIPv4() ? size.prefix4 : size.prefix6);
}

template <class Counts>
void removeOne(Counts &counts, const IpAddress &key)
{
    const auto at = counts.find(key);
    if (--at->second == 0)
        counts.erase(at);
}

template <class Counts>
std::uint32_t countOf(const Counts &counts, const IpAddress &key)
{
    const auto at = counts.find(key);
    return at == counts.end() ? 0 : at->second;
}

} // namespace

void ClientCounts::add(const IpAddress &client)
{
    ++m_byClient[client];
    if (m_size)
        ++m_byNetwork[networkOf(client, *m_size)];
}

void ClientCounts::remove(const IpAddress &client)
{
    removeOne(m_byClient, client);
    if (m_size)
        removeOne(m_byNetwork, networkOf(client, *m_size));
}

void ClientCounts::countNetworks(std::optional<NetworkSize> size)
{
    if (size == m_size)
        return;
    m_size = size;
    m_byNetwork = {};
    if (!m_size)
        return;
    for (const auto &[client, count] : m_byClient)
        m_byNetwork[networkOf(client, *m_size)] += count;
}

std::uint32_t ClientCounts::ofClient(const IpAddress &client) const
{
    return countOf(m_byClient, client);
}

std::uint32_t ClientCounts::ofNetwork(const IpAddress &client) const
{
    return m_size ? countOf(m_byNetwork, networkOf(client, *m_size)) : 0;
}

} // namespace ferry::proxy
