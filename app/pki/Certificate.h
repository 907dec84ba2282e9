#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QDateTime>

/// X.509 for Ferrygate's own agents and people (RFC 5280). Everything is PEM in and out; keys are EC P-256.
namespace ferry::pki {

/// From when to when a certificate holds.
struct Validity {
    QDateTime from;
    QDateTime to;

    /// From five minutes ago, for clocks that are behind, until `days` from now.
    [[nodiscard]] static Validity days(int days);
};

/// A certificate with its private key. The key is secret: write it with writeSecretFile().
struct Identity {
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// Lower-case hex SHA-256 over the DER form.
[[nodiscard]] Result<QByteArray> sha256Of(const QByteArray &certificatePem);
/// The same over a DER certificate as TLS libraries hand it out.
[[nodiscard]] QByteArray sha256OfDer(const QByteArray &certificateDer);

/// Checks that `authorityPem` issued `certificatePem` for a TLS server, and that both hold now.
[[nodiscard]] Result<> verifyServerCertificate(const QByteArray &certificatePem, const QByteArray &authorityPem);

/// Compares without telling by its duration where the first difference is.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

/// `bytes` from the system's generator.
[[nodiscard]] QByteArray randomBytes(int bytes);

} // namespace ferry::pki
