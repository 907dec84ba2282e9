#include "app/proxy/data/ChannelTable.h"

namespace ferry::proxy {

DataChannel &ChannelTable::add(std::unique_ptr<DataChannel> channel)
{
    DataChannel &added = *channel;
    m_channels.emplace(&added, std::move(channel));
    return added;
}

void ChannelTable::retire(DataChannel &channel)
{
    const auto at = m_channels.find(&channel);
    if (at == m_channels.end())
        return;
    channel.metrics().data += {channel.bytesUp(), channel.bytesDown()};
    m_loop.retire(std::move(at->second));
    m_channels.erase(at);
}

void ChannelTable::addTraffic(OpenTraffic &traffic) const
{
    for (const auto &[channel, owned] : m_channels)
        traffic[&channel->counters()].data += {channel->bytesUp(), channel->bytesDown()};
}

void ChannelTable::killAll()
{
    while (!m_channels.empty())
        m_channels.begin()->first->kill();
}

} // namespace ferry::proxy
