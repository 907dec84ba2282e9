#include "app/proxy/tls/TlsAcceptor.h"

#include "app/proxy/tls/Pem.h"
#include "app/proxy/tls/TlsContext.h"

#include <openssl/rand.h>

#include <array>
#include <string_view>

namespace ferry::proxy {
namespace {

// Longer than control connections live: a transfer at the end of the day resumes the session of the morning.
constexpr long sessionSeconds = 24 * 60 * 60;
// For clients without tickets. Sessions of the others are kept by themselves.
constexpr long sessionCacheSize = 4096;
constexpr std::array<unsigned char, 9> sessionIdContext{'f', 'e', 'r', 'r', 'y', 'g', 'a', 't', 'e'};

// Contexts come and go with configurations; tickets stay good for as long as the process lives.
bool setTicketKeys(SSL_CTX *context)
{
    static const auto keys = [] {
        std::array<unsigned char, 80> random{};
        return RAND_bytes(random.data(), random.size()) == 1 ? std::optional(random) : std::nullopt;
    }();
    std::array<unsigned char, 80> copy{};
    if (!keys)
        return false;
    copy = *keys;
    return SSL_CTX_set_tlsext_ticket_keys(context, copy.data(), copy.size()) == 1;
}

// RFC 7301: a client that names protocols means one of them. One that names none of FTP's talks to the wrong server,
// or somebody makes it (ALPACA, CVE-2021-3618).
int selectProtocol(SSL *ssl, const unsigned char **out, unsigned char *outLength, const unsigned char *offered,
    unsigned int offeredLength, void *)
{
    const std::string_view list(reinterpret_cast<const char *>(offered), offeredLength);
    const bool isData = TlsSession::of(ssl).purpose() == TlsPurpose::Data;
    for (std::size_t at = 0; at < list.size();) {
        const auto length = static_cast<unsigned char>(list[at]);
        const std::string_view name = list.substr(at + 1, length);
        // "ftp" is registered; "ftp-data" is what some clients say on data connections.
        if (name == "ftp" || (isData && name == "ftp-data")) {
            *out = offered + at + 1;
            *outLength = length;
            return SSL_TLSEXT_ERR_OK;
        }
        at += 1U + length;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

} // namespace

Result<std::shared_ptr<const TlsAcceptor>> TlsAcceptor::load(const CertificateFiles &files)
{
    Result<std::vector<OpenSslPtr<X509>>> chain = readCertificates(files.chain);
    if (!chain)
        return failure(chain.error().message, "chain");
    Result<OpenSslPtr<EVP_PKEY>> key = readPrivateKey(files.key);
    if (!key)
        return failure(key.error().message, "key");
    OpenSslPtr<SSL_CTX> context = makeTlsContext(TLS_server_method());
    if (!context || !setTicketKeys(context.get()))
        return failure("TLS could not be set up: " + takeOpenSslError() + ".", "chain");
    if (SSL_CTX_use_certificate(context.get(), chain->front().get()) != 1)
        return failure("The certificate in " + files.chain + " cannot be used: " + takeOpenSslError() + ".", "chain");
    for (std::size_t i = 1; i < chain->size(); ++i)
        SSL_CTX_add1_chain_cert(context.get(), (*chain)[i].get());
    if (SSL_CTX_use_PrivateKey(context.get(), key->get()) != 1 || SSL_CTX_check_private_key(context.get()) != 1) {
        return failure(
            "The key in " + files.key + " does not belong to the certificate in " + files.chain + ".", "key");
    }
    SSL_CTX_set_dh_auto(context.get(), 1);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_SERVER);
    SSL_CTX_sess_set_cache_size(context.get(), sessionCacheSize);
    SSL_CTX_set_timeout(context.get(), sessionSeconds);
    SSL_CTX_set_session_id_context(context.get(), sessionIdContext.data(), sessionIdContext.size());
    SSL_CTX_set_alpn_select_cb(context.get(), selectProtocol, nullptr);
    return std::shared_ptr<const TlsAcceptor>(new TlsAcceptor(std::move(context)));
}

std::unique_ptr<TlsSession> TlsAcceptor::accept(TlsPurpose purpose) const
{
    OpenSslPtr<SSL> ssl(SSL_new(m_context.get()));
    if (!ssl)
        return nullptr;
    SSL_set_accept_state(ssl.get());
    // Tickets of TLS 1.3 follow the handshake. A client that only sends, and closes without having read them, would
    // make its kernel reset the connection, which takes the end of the upload with it.
    if (purpose == TlsPurpose::Data)
        SSL_set_num_tickets(ssl.get(), 0);
    return std::make_unique<TlsSession>(std::move(ssl), purpose);
}

} // namespace ferry::proxy
