#include "app/proxy/tls/TlsDialer.h"

#include "app/proxy/tls/Pem.h"
#include "app/proxy/tls/TlsContext.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace ferry::proxy {
namespace {

// RFC 7301: a list of names, each with its length in front.
constexpr std::array<unsigned char, 4> offeredProtocols{3, 'f', 't', 'p'};

int keepTicket(SSL *ssl, SSL_SESSION *session)
{
    const std::shared_ptr<TlsTickets> &tickets = TlsSession::of(ssl).tickets();
    if (!tickets)
        return 0;
    tickets->keep(session);
    return 1; // the reference is ours now (SSL_CTX_sess_set_new_cb(3))
}

} // namespace

TlsDialer::TlsDialer(std::shared_ptr<SSL_CTX> context, ServerTrust trust, std::string address)
    : m_context(std::move(context)), m_trust(std::move(trust)), m_address(std::move(address))
{
}

Result<std::shared_ptr<SSL_CTX>> TlsDialer::makeContext(const std::string &authority)
{
    OpenSslPtr<SSL_CTX> context = makeTlsContext(TLS_client_method());
    if (!context)
        return failure("TLS could not be set up: " + takeOpenSslError() + ".");
    // The latest ticket of each session is kept by the session itself.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context.get(), keepTicket);
    SSL_CTX_set_alpn_protos(context.get(), offeredProtocols.data(), offeredProtocols.size());
    if (!authority.empty()) {
        const Result<std::vector<OpenSslPtr<X509>>> authorities = readCertificates(authority);
        if (!authorities)
            return failure(authorities.error());
        X509_STORE *store = SSL_CTX_get_cert_store(context.get());
        for (const OpenSslPtr<X509> &certificate : *authorities)
            X509_STORE_add_cert(store, certificate.get());
        // A server's own certificate may be named as well as the authority that signed it.
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.get()), X509_V_FLAG_PARTIAL_CHAIN);
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    }
    return std::shared_ptr<SSL_CTX>(std::move(context));
}

std::unique_ptr<TlsSession> TlsDialer::dial(TlsPurpose purpose, std::shared_ptr<TlsTickets> tickets) const
{
    OpenSslPtr<SSL> ssl(SSL_new(m_context.get()));
    if (!ssl)
        return nullptr;
    SSL_set_connect_state(ssl.get());
    if (!m_trust.name.empty())
        SSL_set_tlsext_host_name(ssl.get(), m_trust.name.c_str());
    if (!m_trust.authority.empty()) {
        X509_VERIFY_PARAM *parameters = SSL_get0_param(ssl.get());
        if (m_trust.name.empty())
            X509_VERIFY_PARAM_set1_ip_asc(parameters, m_address.c_str());
        else
            X509_VERIFY_PARAM_set1_host(parameters, m_trust.name.data(), m_trust.name.size());
    }
    if (const OpenSslPtr<SSL_SESSION> session = tickets->latest())
        SSL_set_session(ssl.get(), session.get());
    return std::make_unique<TlsSession>(std::move(ssl), purpose, std::move(tickets));
}

std::optional<std::string> TlsDialer::objection(const TlsSession &session) const
{
    if (const long result = SSL_get_verify_result(session.ssl()); !m_trust.authority.empty() && result != X509_V_OK)
        return "its certificate is not trusted: " + std::string(X509_verify_cert_error_string(result));
    if (m_trust.pins.empty())
        return std::nullopt;
    const OpenSslPtr<X509> certificate(SSL_get1_peer_certificate(session.ssl()));
    const std::string own = certificate ? fingerprintOf(certificate.get()) : std::string();
    if (std::find(m_trust.pins.begin(), m_trust.pins.end(), own) != m_trust.pins.end())
        return std::nullopt;
    return "its certificate is not the pinned one: its SHA-256 is " + (own.empty() ? "unknown" : own);
}

} // namespace ferry::proxy
