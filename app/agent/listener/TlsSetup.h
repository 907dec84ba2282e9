#pragma once

#include "app/agent/config/AgentConfig.h"
#include "models/wire/Method.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace ferry::agent {

/// TLS 1.3 only, own certificate, and a peer certificate that the one authority issued. Fails for files that are
/// missing, do not fit together, or a key that others may read.
[[nodiscard]] Result<QSslConfiguration> createTlsConfiguration(const AgentConfig &config);

/// The role in the certificate's subject (OU). Fails with Denied where there is none.
[[nodiscard]] Result<Role> roleOf(const QSslCertificate &certificate);

/// The name in its subject (CN).
[[nodiscard]] QString nameIn(const QSslCertificate &certificate);

} // namespace ferry::agent
