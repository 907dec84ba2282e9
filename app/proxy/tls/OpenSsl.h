#pragma once

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace ferry::proxy {

/// Frees what OpenSSL gave.
struct OpenSslDeleter {
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL_SESSION *session) const { SSL_SESSION_free(session); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};

template <class T>
using OpenSslPtr = std::unique_ptr<T, OpenSslDeleter>;

/// What the oldest entry of the thread's error queue says, for a person; the queue is empty afterwards.
[[nodiscard]] std::string takeOpenSslError();

} // namespace ferry::proxy
