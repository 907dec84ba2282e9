#include "app/proxy/filters/auth_tls/AuthTlsSettings.h"

#include "app/proxy/config/JsonReader.h"

namespace ferry::proxy {

AuthTlsSettings readAuthTls(ObjectReader &filter)
{
    AuthTlsSettings settings;
    settings.handling = static_cast<AuthTls>(filter.choice("authTls", {"deny", "pass", "terminate"}, 0));
    settings.upstream = static_cast<UpstreamTls>(filter.choice("upstreamTls", {"same", "clear", "required"}, 0));
    settings.clearCommandChannel = filter.flag("clearCommandChannel", false);
    return settings;
}

} // namespace ferry::proxy
