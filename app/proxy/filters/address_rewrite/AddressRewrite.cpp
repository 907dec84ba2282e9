#include "app/proxy/filters/address_rewrite/AddressRewrite.h"

#include "app/proxy/config/JsonReader.h"

namespace ferry::proxy {

AddressRewriteSettings readAddressRewrite(ObjectReader &filter)
{
    AddressRewriteSettings settings;
    settings.enabled = filter.flag("rewriteAddress", settings.enabled);
    return settings;
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
