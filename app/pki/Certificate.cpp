#include "app/pki/Certificate.h"

#include "app/pki/OpenSsl.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace ferry::pki {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Pki", text);
}

using StorePtr = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

} // namespace

Validity Validity::days(int days)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {now.addSecs(-300), now.addDays(days)};
}

Result<QByteArray> sha256Of(const QByteArray &certificatePem)
{
    const Result<CertificatePtr> certificate = readCertificate(certificatePem);
    if (!certificate)
        return failure(certificate.error());
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate->get(), EVP_sha256(), digest, &size) != 1)
        return failure(openSslError({}, tr("The certificate's hash was not made.")));
    return QByteArray(reinterpret_cast<const char *>(digest), size).toHex();
}

QByteArray sha256OfDer(const QByteArray &certificateDer)
{
    return QCryptographicHash::hash(certificateDer, QCryptographicHash::Sha256).toHex();
}

Result<> verifyServerCertificate(const QByteArray &certificatePem, const QByteArray &authorityPem)
{
    const Result<CertificatePtr> certificate = readCertificate(certificatePem);
    if (!certificate)
        return failure(certificate.error());
    const Result<CertificatePtr> authority = readCertificate(authorityPem);
    if (!authority)
        return failure(authority.error());

    const StorePtr store(X509_STORE_new());
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (X509_STORE_add_cert(store.get(), authority->get()) != 1
        || X509_STORE_CTX_init(context.get(), store.get(), certificate->get(), nullptr) != 1
        || X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_SSL_SERVER) != 1) {
        return failure(openSslError({}, tr("The certificate was not verified.")));
    }
    if (X509_verify_cert(context.get()) != 1) {
        const char *reason = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
        return failure(ErrorCode::Denied, {}, tr("The certificate was not accepted."),
            tr("OpenSSL says: %1.").arg(QString::fromLatin1(reason)));
    }
    return {};
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

QByteArray randomBytes(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    // Fails only where the system has no entropy source at all; going on without one would be worse than ending.
    if (RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), bytes) != 1)
        qFatal("The system gives no random numbers.");
    return random;
}

} // namespace ferry::pki
