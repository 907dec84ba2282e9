#include "app/proxy/tls/Capabilities.h"

namespace ferry::proxy {

TlsCapabilities tlsCapabilities()
{
    return {};
}

Result<> checkTlsSettings(const AuthTlsSettings &settings, const TlsCapabilities &capabilities)
{
    if (settings.handling == AuthTls::Terminate && !capabilities.terminate) {
        return failure(
            "This build of ferrygate-proxy cannot end TLS at the gateway: choose \"pass\" to relay AUTH TLS, "
            "or \"deny\" to refuse it.");
    }
    return {};
}

} // namespace ferry::proxy
