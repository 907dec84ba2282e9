#include "app/proxy/filters/address_rewrite/AddressRewrite.h"

#include "app/proxy/config/JsonReader.h"

#include <algorithm>

namespace ferry::proxy {

AddressRewriteSettings readAddressRewrite(ObjectReader &filter)
{
    AddressRewriteSettings settings;
    settings.enabled = filter.flag("rewriteAddress", settings.enabled);
    return settings;
}

std::optional<IpAddress> addressForClient(std::span<const ClientAddress> addresses, const IpAddress &client)
{
    const auto at = std::find_if(addresses.begin(), addresses.end(),
        [&](const ClientAddress &candidate) { return candidate.clients.contains(client); });
    return at == addresses.end() ? std::nullopt : std::optional(at->address);
}

std::optional<IpAddress> advertisedAddress(const AddressRewriteSettings &settings,
    const std::optional<IpAddress> &external, const IpAddress &reached, const std::optional<IpAddress> &serverSaid)
{
    // A server that was asked with EPSV says no address; then there is only ours.
    const IpAddress own = external.value_or(reached);
    const IpAddress address = settings.enabled ? own : serverSaid.value_or(own);
    if (!address.isIPv4())
        return std::nullopt;
    return address;
}

} // namespace ferry::proxy
