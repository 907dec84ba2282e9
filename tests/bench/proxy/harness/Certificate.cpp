#include "tests/bench/proxy/harness/Certificate.h"

#include "app/proxy/tls/OpenSsl.h"

#include <openssl/pem.h>

#include <cstdio>
#include <memory>

namespace ferry::bench {
namespace {

struct FileCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

bool write(const std::string &path, EVP_PKEY *key, X509 *certificate)
{
    const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "w"));
    return file && (!certificate || PEM_write_X509(file.get(), certificate) == 1)
        && (!key || PEM_write_PrivateKey(file.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
}

} // namespace

proxy::CertificateFiles makeCertificate(const std::string &folder)
{
    constexpr long validSeconds = 24 * 60 * 60;
    const proxy::OpenSslPtr<EVP_PKEY> key(EVP_RSA_gen(2048));
    const proxy::OpenSslPtr<X509> certificate(X509_new());
    if (!key || !certificate)
        return {};
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -validSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validSeconds);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *text = reinterpret_cast<const unsigned char *>("ferrygate bench");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return {};
    const proxy::CertificateFiles files{folder + "/cert.pem", folder + "/key.pem"};
    const bool isWritten = write(files.chain, nullptr, certificate.get()) && write(files.key, key.get(), nullptr)
        && write(folder + "/both.pem", key.get(), certificate.get());
    return isWritten ? files : proxy::CertificateFiles();
}

} // namespace ferry::bench
