#pragma once

#include <openssl/ssl.h>

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

struct TlsDeleter {
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL_SESSION *session) const { SSL_SESSION_free(session); }
};

using TlsContext = std::shared_ptr<SSL_CTX>;
using TlsTicket = std::unique_ptr<SSL_SESSION, TlsDeleter>;

/// For clients: any certificate will do. `protocols` are offered by ALPN.
[[nodiscard]] TlsContext clientTls(const QList<QByteArray> &protocols = {}, int highestVersion = TLS1_3_VERSION);

/// A new authority's certificate for the loopback addresses of the tests, in files of its own.
class TestCertificate {
public:
    /// For the name or address `subject`, by an authority of its own.
    explicit TestCertificate(const QString &subject);

    [[nodiscard]] bool isValid() const { return !m_sha256.isEmpty(); }
    [[nodiscard]] QString chain() const { return m_directory.filePath(QStringLiteral("chain.pem")); }
    [[nodiscard]] QString key() const { return m_directory.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString authority() const { return m_directory.filePath(QStringLiteral("authority.pem")); }
    /// Lower-case hex.
    [[nodiscard]] QByteArray sha256() const { return m_sha256; }
    /// For servers.
    [[nodiscard]] TlsContext serverTls() const;

private:
    QTemporaryDir m_directory;
    QByteArray m_sha256;
};
