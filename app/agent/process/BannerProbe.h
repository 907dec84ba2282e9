#pragma once

#include "models/base/Address.h"

#include <QString>

#include <chrono>

namespace ferry::agent {

/// Where an FTP server answers.
struct Endpoint {
    Address address;
    quint16 port = 21;
    bool speaksTlsAtOnce = false;  ///< implicit FTPS

    bool operator==(const Endpoint &) const = default;
};

/// Connects and reads the greeting. Gives its first line if the reply is a 220; otherwise fails, quoting the reply.
/// With implicit TLS the certificate is not looked at: the question is whether the server speaks at all.
[[nodiscard]] Result<QString> readBanner(const Endpoint &endpoint, std::chrono::milliseconds timeout);

} // namespace ferry::agent
