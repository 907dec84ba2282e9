#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/tls/TlsSession.h"

#include <optional>
#include <vector>

namespace ferry::proxy {

/// By what the gateway knows a published server. With nothing set any certificate will do: the leg is encrypted, and
/// nobody is asked who stands at its end. Everything that is set must fit.
struct ServerTrust {
    std::vector<std::string> pins; ///< SHA-256 of the certificate, lower-case hex; one of them
    std::string authority;         ///< PEM file of the authorities that may have signed it
    std::string name;              ///< whom an authority must have signed it for; empty: the server's address

    [[nodiscard]] bool isEmpty() const { return pins.empty() && authority.empty(); }
    auto operator<=>(const ServerTrust &) const = default;
};

/// Begins TLS with one published server, and knows whom to believe.
class TlsDialer {
public:
    /// What all servers that this authority has to vouch for can share; it is by far the most expensive part. Reads the
    /// authority's file; none with an empty path.
    [[nodiscard]] static Result<std::shared_ptr<SSL_CTX>> makeContext(const std::string &authority);

    /// `context` is made for the trust's authority; `address` is the server's, in the form that certificates compare
    /// with.
    TlsDialer(std::shared_ptr<SSL_CTX> context, ServerTrust trust, std::string address);

    /// Null where OpenSSL has no memory left. With tickets of a control connection its session is resumed.
    [[nodiscard]] std::unique_ptr<TlsSession> dial(TlsPurpose purpose, std::shared_ptr<TlsTickets> tickets) const;
    /// After the handshake: why the server is not the one that was meant; nothing if it is.
    [[nodiscard]] std::optional<std::string> objection(const TlsSession &session) const;

private:
    std::shared_ptr<SSL_CTX> m_context;
    ServerTrust m_trust;
    std::string m_address;
};

} // namespace ferry::proxy
