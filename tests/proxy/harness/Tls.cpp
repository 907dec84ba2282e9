#include "tests/proxy/harness/Tls.h"

#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"

TlsContext clientTls(const QList<QByteArray> &protocols, int highestVersion)
{
    TlsContext context(SSL_CTX_new(TLS_client_method()), TlsDeleter());
    SSL_CTX_set_max_proto_version(context.get(), highestVersion);
    QByteArray offered;
    for (const QByteArray &protocol : protocols)
        offered += static_cast<char>(protocol.size()) + protocol;
    if (!offered.isEmpty()) {
        SSL_CTX_set_alpn_protos(context.get(), reinterpret_cast<const unsigned char *>(offered.constData()),
            static_cast<unsigned int>(offered.size()));
    }
    return context;
}

TestCertificate::TestCertificate(const QString &subject)
{
    const auto issuer = ferry::pki::createAuthority(QStringLiteral("Tests"));
    if (!issuer)
        return;
    const auto identity = ferry::pki::issueServer(*issuer, QStringLiteral("test"), {subject});
    if (!identity || !ferry::pki::writeSecretFile(authority(), issuer->certificatePem)
        || !ferry::pki::writeSecretFile(chain(), identity->certificatePem)
        || !ferry::pki::writeSecretFile(key(), identity->keyPem))
        return;
    m_sha256 = ferry::pki::sha256Of(identity->certificatePem).value_or(QByteArray());
}

TlsContext TestCertificate::serverTls() const
{
    TlsContext context(SSL_CTX_new(TLS_server_method()), TlsDeleter());
    SSL_CTX_use_certificate_chain_file(context.get(), chain().toLocal8Bit().constData());
    SSL_CTX_use_PrivateKey_file(context.get(), key().toLocal8Bit().constData(), SSL_FILETYPE_PEM);
    SSL_CTX_set_session_id_context(context.get(), reinterpret_cast<const unsigned char *>("stub"), 4);
    return context;
}
