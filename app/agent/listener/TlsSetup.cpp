#include "app/agent/listener/TlsSetup.h"

#include "app/agent/files/Durable.h"
#include "app/pki/Certificate.h"
#include "app/pki/SecretFile.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslKey>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TlsSetup", text);
}

Result<QByteArray> readRequired(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    if (!*bytes) {
        return failure(ErrorCode::NotFound, path, tr("The agent has no certificate."),
            tr("\"%1\" does not exist.").arg(path),
            tr("Run \"ferrygate-agent enroll TOKEN\" with a token of \"ferryctl enroll token\"."));
    }
    return **bytes;
}

} // namespace

Result<QSslConfiguration> createTlsConfiguration(const AgentConfig &config)
{
    const Result<QByteArray> certificatePem = readRequired(config.certificate);
    if (!certificatePem)
        return failure(certificatePem.error());
    const Result<QByteArray> authorityPem = readRequired(config.authority);
    if (!authorityPem)
        return failure(authorityPem.error());
    const Result<QByteArray> keyPem = pki::readSecretFile(config.key);
    if (!keyPem)
        return failure(keyPem.error());
    if (const Result<> verified = pki::verifyServerCertificate(*certificatePem, *authorityPem); !verified) {
        Error error = verified.error();
        error.subject = config.certificate;
        error.remedy = tr("Enrol the agent again.");
        return failure(error);
    }
    const QSslKey key(*keyPem, QSsl::Ec);
    if (key.isNull()) {
        return failure(ErrorCode::InvalidInput, config.key, tr("The agent's key was not read."),
            tr("\"%1\" holds no EC key in PEM form.").arg(config.key), tr("Enrol the agent again."));
    }

    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({QSslCertificate(*authorityPem)});
    tls.setLocalCertificate(QSslCertificate(*certificatePem));
    tls.setPrivateKey(key);
    // A resumed session would bring back a certificate that has expired meanwhile.
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    return tls;
}

Result<Role> roleOf(const QSslCertificate &certificate)
{
    const QStringList units = certificate.subjectInfo(QSslCertificate::OrganizationalUnitName);
    if (units.size() == 1) {
        if (const std::optional<Role> role = enumFromName<Role>(units.first()))
            return *role;
    }
    return failure(ErrorCode::Denied, nameIn(certificate), tr("The connection was refused."),
        tr("The certificate names no role that exists."), tr("Issue one with \"ferryctl enroll user\"."));
}

QString nameIn(const QSslCertificate &certificate)
{
    return certificate.subjectInfo(QSslCertificate::CommonName).join(u' ').left(64);
}

} // namespace ferry::agent
