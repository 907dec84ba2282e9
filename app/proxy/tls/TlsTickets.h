#pragma once

#include "app/proxy/tls/OpenSsl.h"

namespace ferry::proxy {

/// The latest means to resume a server's session, shared by the control connection and its data connections. Servers
/// that insist on resumption (vsftpd's require_ssl_reuse) recognise a data connection by it.
class TlsTickets {
public:
    void keep(SSL_SESSION *session) { m_latest.reset(session); }
    /// A copy of its own: OpenSSL marks the session of a connection that broke as not resumable, and that must not hit
    /// the connections after it. Null if there is nothing to resume.
    [[nodiscard]] OpenSslPtr<SSL_SESSION> latest() const
    {
        return OpenSslPtr<SSL_SESSION>(m_latest ? SSL_SESSION_dup(m_latest.get()) : nullptr);
    }

private:
    OpenSslPtr<SSL_SESSION> m_latest;
};

} // namespace ferry::proxy
