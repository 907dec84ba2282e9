#pragma once

#include "app/proxy/tls/TlsAcceptor.h"

#include <string>

namespace ferry::bench {

/// Writes a certificate of its own authority with an RSA key of 2048 bits into the folder: cert.pem, key.pem, and
/// both.pem as HAProxy wants it. Empty paths: it did not work.
[[nodiscard]] proxy::CertificateFiles makeCertificate(const std::string &folder);

} // namespace ferry::bench
