#include "app/pki/OpenSsl.h"

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/pem.h>

namespace ferry::pki {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Pki", text);
}

BioPtr reading(const QByteArray &pem)
{
    return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray bytesOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

BioPtr writing()
{
    return BioPtr(BIO_new(BIO_s_mem()));
}

// An encrypted key must fail here and not ask on the terminal: pem_password_cb(3).
int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace

Error openSslError(const QString &subject, const QString &what)
{
    char reason[256] = {};
    if (const unsigned long code = ERR_get_error())
        ERR_error_string_n(code, reason, sizeof reason);
    ERR_clear_error();
    return {ErrorCode::InvalidInput, subject, what, tr("OpenSSL says: %1.").arg(QString::fromLatin1(reason)), {}};
}

Result<KeyPtr> makeKey()
{
    KeyPtr key(EVP_EC_gen("P-256"));
    if (!key)
        return failure(openSslError({}, tr("No key was made.")));
    return key;
}

Result<KeyPtr> readKey(const QByteArray &pem)
{
    KeyPtr key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassword, nullptr));
    if (!key)
        return failure(openSslError({}, tr("The key was not read.")));
    return key;
}

Result<CertificatePtr> readCertificate(const QByteArray &pem)
{
    CertificatePtr certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, noPassword, nullptr));
    if (!certificate)
        return failure(openSslError({}, tr("The certificate was not read.")));
    return certificate;
}

Result<RequestPtr> readRequest(const QByteArray &pem)
{
    RequestPtr request(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, noPassword, nullptr));
    if (!request)
        return failure(openSslError({}, tr("The signing request was not read.")));
    return request;
}

QByteArray toPem(const EVP_PKEY &key)
{
    const BioPtr bio = writing();
    PEM_write_bio_PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr);
    return bytesOf(bio.get());
}

QByteArray toPem(const X509 &certificate)
{
    const BioPtr bio = writing();
    PEM_write_bio_X509(bio.get(), &certificate);
    return bytesOf(bio.get());
}

QByteArray toPem(const X509_REQ &request)
{
    const BioPtr bio = writing();
    PEM_write_bio_X509_REQ(bio.get(), &request);
    return bytesOf(bio.get());
}

} // namespace ferry::pki
