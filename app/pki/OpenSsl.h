#pragma once

#include "models/base/Result.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

/// OpenSSL's objects with owners. Used inside app/pki only.
namespace ferry::pki {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Freed<X509_free>>;
using RequestPtr = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using NamePtr = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;

/// A new P-256 key.
[[nodiscard]] Result<KeyPtr> makeKey();

[[nodiscard]] Result<KeyPtr> readKey(const QByteArray &pem);
[[nodiscard]] Result<CertificatePtr> readCertificate(const QByteArray &pem);
[[nodiscard]] Result<RequestPtr> readRequest(const QByteArray &pem);

[[nodiscard]] QByteArray toPem(const EVP_PKEY &key);
[[nodiscard]] QByteArray toPem(const X509 &certificate);
[[nodiscard]] QByteArray toPem(const X509_REQ &request);

/// "what", with OpenSSL's own reason from its error queue, which is empty afterwards.
[[nodiscard]] Error openSslError(const QString &subject, const QString &what);

} // namespace ferry::pki
