#pragma once

#include "app/pki/Authority.h"

#include <QString>

namespace ferry::backend {

/// The directory with an administrator's keys: ca.pem, ca.key, client.pem, client.key. Keys are readable by their
/// owner only.
class IdentityFolder {
public:
    explicit IdentityFolder(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool hasAuthority() const;

    /// A new authority, and an administrator's certificate for `name`. Fails with Conflict where there is one already:
    /// every agent enrolled with it would be lost.
    [[nodiscard]] Result<void> create(const QString &name);
    /// Fails with NotFound where this folder can ask agents but not enroll new ones.
    [[nodiscard]] Result<pki::Identity> authority() const;

    /// Writes ca.pem, client.pem and client.key of a person into another directory, for that person to take along.
    [[nodiscard]] Result<void> issueTo(const QString &directory, const QString &name, Role role) const;

private:
    QString m_path;
};

} // namespace ferry::backend
