#include "app/backend/enroll/IdentityFolder.h"

#include "app/pki/SecretFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("IdentityFolder", text);
}

Result<void> makeDirectory(const QString &path)
{
    const QDir dir(path);
    if (dir.exists() || dir.mkpath(u"."_s)) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {};
    }
    return failure(ErrorCode::Io, path, tr("No identity was written."), tr("The directory cannot be made."),
        tr("Name another one."));
}

Result<void> writeAll(const QString &directory, const QList<std::pair<QString, QByteArray>> &files)
{
    for (const auto &[name, bytes] : files) {
        if (const Result<> written = pki::writeSecretFile(QDir(directory).filePath(name), bytes); !written)
            return failure(written.error());
    }
    return {};
}

} // namespace

bool IdentityFolder::hasAuthority() const
{
    return QFile::exists(QDir(m_path).filePath(u"ca.key"_s));
}

Result<void> IdentityFolder::create(const QString &name)
{
    if (hasAuthority()) {
        return failure(ErrorCode::Conflict, m_path, tr("No authority was made."), tr("There is one already."),
            tr("Use it, or name another directory with --identity."));
    }
    if (const Result<void> made = makeDirectory(m_path); !made)
        return made;
    const Result<pki::Identity> authority = pki::createAuthority(tr("Ferrygate authority of %1").arg(name));
    if (!authority)
        return failure(authority.error());
    const Result<pki::Identity> own = pki::issueClient(*authority, name, Role::Administrator);
    if (!own)
        return failure(own.error());
    // The authority's key comes last: only with it does the folder count as made.
    return writeAll(m_path,
        {{u"ca.pem"_s, authority->certificatePem}, {u"client.pem"_s, own->certificatePem},
            {u"client.key"_s, own->keyPem}, {u"ca.key"_s, authority->keyPem}});
}

Result<pki::Identity> IdentityFolder::authority() const
{
    if (!hasAuthority()) {
        return failure(ErrorCode::NotFound, m_path, tr("No certificate was issued."),
            tr("There is no authority in this directory."),
            tr("Make one with \"ferryctl enroll init\", or name its directory with --identity."));
    }
    Result<QByteArray> certificate = pki::readSecretFile(QDir(m_path).filePath(u"ca.pem"_s));
    if (!certificate)
        return failure(certificate.error());
    Result<QByteArray> key = pki::readSecretFile(QDir(m_path).filePath(u"ca.key"_s));
    if (!key)
        return failure(key.error());
    return pki::Identity{std::move(*certificate), std::move(*key)};
}

Result<void> IdentityFolder::issueTo(const QString &directory, const QString &name, Role role) const
{
    const Result<pki::Identity> issuer = authority();
    if (!issuer)
        return failure(issuer.error());
    const Result<pki::Identity> issued = pki::issueClient(*issuer, name, role);
    if (!issued)
        return failure(issued.error());
    if (const Result<void> made = makeDirectory(directory); !made)
        return made;
    return writeAll(directory,
        {{u"ca.pem"_s, issuer->certificatePem}, {u"client.pem"_s, issued->certificatePem},
            {u"client.key"_s, issued->keyPem}});
}

} // namespace ferry::backend
