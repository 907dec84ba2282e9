#pragma once

#include "app/proxy/data/DataPorts.h"
#include "app/proxy/data/PipePool.h"
#include "app/proxy/log/LogBook.h"
#include "app/proxy/loop/EventLoop.h"

#include <array>

namespace ferry::proxy {

class ChannelTable;
class SessionTable;
class FarewellTable;

/// What the sessions of one worker share.
struct Services {
    EventLoop &loop;
    LogBook &log;
    PipePool &pipes;
    DataPorts &dataPorts;
    ChannelTable &channels;
    SessionTable &sessions;
    FarewellTable &farewells;
    /// For one recv() at a time: sessions keep only what they cannot use at once.
    std::array<char, 8192> scratch{};
};

} // namespace ferry::proxy
