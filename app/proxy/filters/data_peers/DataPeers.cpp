#include "app/proxy/filters/data_peers/DataPeers.h"

#include "app/proxy/config/JsonReader.h"

namespace ferry::proxy {

DataPeersSettings readDataPeers(ObjectReader &filter)
{
    DataPeersSettings settings;
    settings.sameClientAddress = filter.flag("sameClientAddress", settings.sameClientAddress);
    return settings;
}

bool mayUseDataPort(const DataPeersSettings &settings, const IpAddress &client, const IpAddress &peer)
{
    return !settings.sameClientAddress || client == peer;
}

} // namespace ferry::proxy
