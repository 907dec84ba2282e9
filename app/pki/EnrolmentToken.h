#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace ferry::pki {

/// What an administrator carries to a new agent: where to enrol, which authority to trust, and a secret that
/// works once. Its text is base64url of JSON.
struct EnrolmentToken {
    QString endpoint;     ///< "192.0.2.1:7520"
    QByteArray caSha256;  ///< lower-case hex over the authority's DER certificate
    QByteArray secret;    ///< hex
    QString node;         ///< the name the agent's certificate will carry

    bool operator==(const EnrolmentToken &) const = default;
};

[[nodiscard]] QString encodeToken(const EnrolmentToken &token);
/// Fails with InvalidInput; blanks and line ends that a mail program put in are passed over.
[[nodiscard]] Result<EnrolmentToken> decodeToken(const QString &text);

} // namespace ferry::pki
