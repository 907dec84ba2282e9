#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/tls/OpenSsl.h"

#include <vector>

namespace ferry::proxy {

/// The certificates of a PEM file, one at least.
[[nodiscard]] Result<std::vector<OpenSslPtr<X509>>> readCertificates(const std::string &path);

/// The private key of a PEM file. One that is encrypted is refused.
[[nodiscard]] Result<OpenSslPtr<EVP_PKEY>> readPrivateKey(const std::string &path);

/// SHA-256 of the certificate in DER, lower-case hex: what "openssl x509 -fingerprint -sha256" prints, without colons.
[[nodiscard]] std::string fingerprintOf(const X509 *certificate);

} // namespace ferry::proxy
