#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/tls/TlsSession.h"

namespace ferry::proxy {

/// Where a certificate lies; PEM files. The pair names a certificate, it never is one.
struct CertificateFiles {
    std::string chain; ///< the certificate, then those that lead to its authority
    std::string key;   ///< not encrypted: nobody is there to type a password

    [[nodiscard]] bool isEmpty() const { return chain.empty(); }
    auto operator<=>(const CertificateFiles &) const = default;
};

/// Ends the TLS of clients with one certificate. Shared by every rule that names it, so that a client's data
/// connections resume the session of its control connection.
class TlsAcceptor {
public:
    /// Reads the files. The error's pointer is "chain" or "key".
    [[nodiscard]] static Result<std::shared_ptr<const TlsAcceptor>> load(const CertificateFiles &files);

    /// Null where OpenSSL has no memory left.
    [[nodiscard]] std::unique_ptr<TlsSession> accept(TlsPurpose purpose) const;

private:
    explicit TlsAcceptor(OpenSslPtr<SSL_CTX> context) : m_context(std::move(context)) {}

    OpenSslPtr<SSL_CTX> m_context;
};

} // namespace ferry::proxy
