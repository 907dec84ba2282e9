#include "app/proxy/tls/TlsContext.h"

namespace ferry::proxy {

OpenSslPtr<SSL_CTX> makeTlsContext(const SSL_METHOD *method)
{
    OpenSslPtr<SSL_CTX> context(SSL_CTX_new(method));
    if (!context)
        return nullptr;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(
        context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // A record's head and body in one recv(2).
    SSL_CTX_set_read_ahead(context.get(), 1);
    return context;
}

} // namespace ferry::proxy
