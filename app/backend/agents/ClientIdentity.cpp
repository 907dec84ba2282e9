#include "app/backend/agents/ClientIdentity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("ClientIdentity", text);
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return failure(file.exists() ? ErrorCode::Io : ErrorCode::NotFound, path, tr("No agent can be asked."),
        tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()),
        tr("Make an identity with \"ferryctl enroll init\", or name its directory with --identity."));
}

tl::unexpected<Error> notUsable(const QString &path)
{
    return failure(ErrorCode::InvalidInput, path, tr("No agent can be asked."),
        tr("%1 holds no usable PEM data.").arg(QDir::toNativeSeparators(path)),
        tr("Make it again with \"ferryctl enroll\"."));
}

} // namespace

Result<ClientIdentity> ClientIdentity::load(const QString &directory)
{
    const QDir dir(directory);
    const QString caPath = dir.filePath(u"ca.pem"_s);
    const QString certificatePath = dir.filePath(u"client.pem"_s);
    const QString keyPath = dir.filePath(u"client.key"_s);
    const Result<QByteArray> ca = readFile(caPath);
    if (!ca)
        return failure(ca.error());
    const Result<QByteArray> certificate = readFile(certificatePath);
    if (!certificate)
        return failure(certificate.error());
    const Result<QByteArray> key = readFile(keyPath);
    if (!key)
        return failure(key.error());

    ClientIdentity identity;
    identity.authorities = QSslCertificate::fromData(*ca, QSsl::Pem);
    if (identity.authorities.isEmpty())
        return notUsable(caPath);
    identity.certificate = QSslCertificate(*certificate, QSsl::Pem);
    if (identity.certificate.isNull())
        return notUsable(certificatePath);
    identity.key = QSslKey(*key, QSsl::Ec, QSsl::Pem);
    if (identity.key.isNull())
        return notUsable(keyPath);
    return identity;
}

QString ClientIdentity::defaultDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(u"ferrygate/identity"_s);
}

QSslConfiguration ClientIdentity::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates(authorities);
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    return configuration;
}

QString ClientIdentity::name() const
{
    return certificate.subjectInfo(QSslCertificate::CommonName).join(u' ');
}

} // namespace ferry::backend
