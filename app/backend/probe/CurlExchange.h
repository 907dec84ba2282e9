#pragma once

#include "app/backend/probe/ProbeRequest.h"
#include "app/backend/probe/Transcript.h"

#include <atomic>
#include <memory>

namespace ferry::backend {

enum class PassiveMode { Epsv, Pasv };

/// The certificate the server showed, as text for people.
struct CertificateDetails {
    QString subject;
    QString issuer;
    QString validUntil;
    QString trust;  ///< "trusted by this machine", or why it would not be

    [[nodiscard]] bool isEmpty() const { return subject.isEmpty() && issuer.isEmpty(); }
};

/// What one transfer was and how it went.
struct Exchange {
    int code = 0;          ///< CURLcode; 0 is success
    QString curlText;      ///< libcurl's own words for it
    int systemError = 0;   ///< errno of a refused connection
    Transcript transcript;
    CertificateDetails certificate;
    bool connected = false;  ///< the control connection stood
    bool encrypted = false;  ///< and its TLS handshake was done
    std::chrono::milliseconds connectTime{0};
    std::chrono::milliseconds handshakeTime{0};
    std::chrono::milliseconds total{0};
    QByteArray body;    ///< of LIST only, at most 1 MiB
    QByteArray sha256;  ///< of everything received
    qint64 bytes = 0;

    [[nodiscard]] bool succeeded() const { return code == 0; }
    /// "230 Login successful." was seen.
    [[nodiscard]] bool loggedIn() const;
};

/// One client with one control connection, kept over several transfers. Blocks; made and used on one thread.
class CurlSession {
public:
    /// `cancelled` is looked at all the time; once true, the running transfer ends.
    CurlSession(const ProbeRequest &request, PassiveMode mode, const std::atomic_bool &cancelled);
    ~CurlSession();
    CurlSession(const CurlSession &) = delete;
    CurlSession &operator=(const CurlSession &) = delete;

    /// LIST of the login directory.
    [[nodiscard]] Exchange list();
    [[nodiscard]] Exchange retrieve(const QString &path);
    /// STOR of `content` as `path`, then DELE; a refused DELE is not a failure.
    [[nodiscard]] Exchange storeAndDelete(const QString &path, const QByteArray &content);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ferry::backend
