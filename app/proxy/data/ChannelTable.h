#pragma once

#include "app/proxy/data/DataChannel.h"

#include <memory>
#include <unordered_map>

namespace ferry::proxy {

/// Owns the data channels of one worker.
class ChannelTable {
public:
    explicit ChannelTable(EventLoop &loop) : m_loop(loop) {}

    DataChannel &add(std::unique_ptr<DataChannel> channel);
    /// Ends the channel's life at the end of this round.
    void retire(DataChannel &channel);
    void killAll();
    /// Adds what the open channels have moved.
    void addTraffic(OpenTraffic &traffic) const;
    [[nodiscard]] std::size_t size() const { return m_channels.size(); }

private:
    EventLoop &m_loop;
    std::unordered_map<DataChannel *, std::unique_ptr<DataChannel>> m_channels;
};

} // namespace ferry::proxy
