#include "models/rules/FtpService.h"

#include <algorithm>

namespace ferry {

std::optional<Address> ExternalAddress::forGateway(const GatewayId &gateway) const
{
    const auto own = perGateway.constFind(gateway);
    return own != perGateway.cend() ? *own : everywhere;
}

const FtpSite *findSite(const FtpService &service, const QString &name)
{
    const auto site = std::find_if(
        service.sites.cbegin(), service.sites.cend(), [&](const FtpSite &candidate) { return candidate.name == name; });
    return site == service.sites.cend() ? nullptr : &*site;
}

} // namespace ferry
