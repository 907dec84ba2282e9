#pragma once

#include "models/base/Result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace ferry::backend {

/// Who the person at this console is, and whom it trusts: made by `ferryctl enroll`.
struct ClientIdentity {
    QSslCertificate certificate;
    QSslKey key;
    QList<QSslCertificate> authorities;

    /// Reads ca.pem, client.pem and client.key of the directory. Fails with NotFound or InvalidInput, naming the file.
    [[nodiscard]] static Result<ClientIdentity> load(const QString &directory);
    /// The identity directory of the current user.
    [[nodiscard]] static QString defaultDirectory();

    /// TLS 1.3 only, mutual, nothing trusted but our own authority.
    [[nodiscard]] QSslConfiguration configuration() const;
    /// The common name of the certificate: whom agents write into their audit logs.
    [[nodiscard]] QString name() const;
};

} // namespace ferry::backend
