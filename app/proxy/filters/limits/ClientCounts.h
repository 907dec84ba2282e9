#pragma once

#include "app/proxy/filters/limits/LimitsSettings.h"
#include "app/proxy/net/IpAddress.h"

#include <optional>
#include <unordered_map>

namespace ferry::proxy {

/// The open sessions of one rule, over all of its versions: by client at any time, and by the client's network while a
/// limit asks for that.
class ClientCounts {
public:
    void add(const IpAddress &client);
    void remove(const IpAddress &client);

    /// From here on in networks of this size, sessions that are open already included. Nothing: not at all.
    void countNetworks(std::optional<NetworkSize> size);

    [[nodiscard]] std::uint32_t ofClient(const IpAddress &client) const;
    /// 0 where networks are not counted.
    [[nodiscard]] std::uint32_t ofNetwork(const IpAddress &client) const;
    /// How many networks are kept.
    [[nodiscard]] std::size_t networks() const { return m_byNetwork.size(); }

private:
    using ByAddress = std::unordered_map<IpAddress, std::uint32_t, IpAddressHash>;

    ByAddress m_byClient;
    std::optional<NetworkSize> m_size;
    ByAddress m_byNetwork; ///< by the first address
};

} // namespace ferry::proxy
