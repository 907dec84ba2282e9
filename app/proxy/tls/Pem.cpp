#include "app/proxy/tls/Pem.h"

#include "app/proxy/net/Fd.h"
#include "app/proxy/net/Sockets.h"

#include <openssl/pem.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxFileBytes = 1024 * 1024;

// O_NONBLOCK: somebody's FIFO must not stop the gateway.
Result<std::string> readSmallFile(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return failure(path + " could not be opened: " + errorText(errno) + ".");
    struct stat info{};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return failure(path + " is not a file.");
    std::string text;
    std::array<char, 16384> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0)
            return failure(path + " could not be read: " + errorText(errno) + ".");
        if (count == 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
        if (text.size() > maxFileBytes)
            return failure(path + " is larger than 1 MiB, too large for a certificate or a key.");
    }
}

OpenSslPtr<BIO> bioOver(const std::string &text)
{
    return OpenSslPtr<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

int noPassword(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

} // namespace

Result<std::vector<OpenSslPtr<X509>>> readCertificates(const std::string &path)
{
    const Result<std::string> text = readSmallFile(path);
    if (!text)
        return failure(text.error());
    const OpenSslPtr<BIO> bio = bioOver(*text);
    std::vector<OpenSslPtr<X509>> certificates;
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        certificates.emplace_back(certificate);
    [[maybe_unused]] const std::string end = takeOpenSslError();
    if (certificates.empty())
        return failure(path + " holds no certificate in PEM form.");
    return certificates;
}

Result<OpenSslPtr<EVP_PKEY>> readPrivateKey(const std::string &path)
{
    const Result<std::string> text = readSmallFile(path);
    if (!text)
        return failure(text.error());
    const OpenSslPtr<BIO> bio = bioOver(*text);
    bool isEncrypted = false;
    OpenSslPtr<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, &isEncrypted));
    [[maybe_unused]] const std::string end = takeOpenSslError();
    if (isEncrypted)
        return failure("The key in " + path + " is encrypted, and nobody is there to type its password.");
    if (!key)
        return failure(path + " holds no private key in PEM form.");
    return key;
}

std::string fingerprintOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 15U];
    }
    return text;
}

} // namespace ferry::proxy
