#pragma once

#include "app/pki/Certificate.h"
#include "models/wire/Method.h"

#include <QStringList>

namespace ferry::pki {

inline constexpr int authorityDays = 3650;
inline constexpr int issuedDays = 825;

/// A new certificate authority that may issue end certificates only.
[[nodiscard]] Result<Identity> createAuthority(
    const QString &name, const Validity &validity = Validity::days(authorityDays));

/// A certificate for an agent. `addresses` are the IP addresses and host names under which it is reached, without
/// ports; they become subject alternative names.
[[nodiscard]] Result<Identity> issueServer(const Identity &authority, const QString &node, const QStringList &addresses,
    const Validity &validity = Validity::days(issuedDays));

/// A certificate for a person: CN is the name, OU the role.
[[nodiscard]] Result<Identity> issueClient(
    const Identity &authority, const QString &name, Role role, const Validity &validity = Validity::days(issuedDays));

/// A signing request with the key it was made for.
struct SigningRequest {
    QByteArray requestPem;
    QByteArray keyPem;
};

[[nodiscard]] Result<SigningRequest> createCsr(const QString &node);

/// Issues an agent's certificate for the key in `requestPem`. The request proves possession of the key and gives
/// nothing else: name and addresses are the authority's own choice. Keys below 112 bits of security are refused.
[[nodiscard]] Result<QByteArray> signCsr(const Identity &authority, const QByteArray &requestPem, const QString &node,
    const QStringList &addresses, const Validity &validity = Validity::days(issuedDays));

} // namespace ferry::pki
