#include "models/rules/PublishedTls.h"

namespace ferry {

TlsMode publishedTls(const PublishingRule &rule, const FtpSite *site)
{
    constexpr quint16 implicitFtpsPort = 990;
    if (site)
        return site->tls;
    const auto *bare = std::get_if<BareServer>(&rule.server);
    return bare && bare->port == implicitFtpsPort ? TlsMode::Implicit : TlsMode::None;
}

} // namespace ferry
