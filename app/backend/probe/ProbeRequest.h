#pragma once

#include "models/plan/NodeConfig.h"

#include <chrono>

namespace ferry::backend {

/// Who logs in for the test. Rule sets hold no secrets, so the caller brings them.
struct FtpCredentials {
    QString user = QStringLiteral("anonymous");
    QString password = QStringLiteral("ferrygate@");
};

/// How the server's certificate is looked at. Its details are reported in every mode.
struct CertificatePolicy {
    enum class Mode {
        Report,      ///< taken as it is; the report says whether it would have been trusted
        SystemTrust, ///< must be signed by an authority this machine trusts, and name the host
        Authority, ///< must be signed by `authorityFile`; the host name is not compared (IP listeners rarely carry one)
        Pin, ///< the SHA-256 of its public key must be `pin`
    };
    Mode mode = Mode::Report;
    QString authorityFile; ///< PEM
    QByteArray pin; ///< 32 bytes
};

/// What the test is to do. Everything is seen from the outside, as any client would.
struct ProbeRequest {
    RuleId rule;
    Address address;
    quint16 port = 21;
    TlsMode tls = TlsMode::None;
    FtpCredentials credentials;
    CertificatePolicy certificate;
    QString readPath; ///< file to fetch; empty: the smallest one that LIST of the login directory shows
    QByteArray expectedSha256; ///< of that file, 32 bytes; empty: the two downloads only have to be equal
    QString uploadDirectory; ///< where a small file may be stored and deleted again; empty: nothing is stored
    bool mayStore = true; ///< false: the policy keeps STOR or DELE out, so nothing is stored
    bool mayRead = true; ///< false: the rule's command policy keeps RETR out, so it is left out
    bool mayUsePassive = true; ///< false: the rule lets active data connections through only
    std::chrono::milliseconds connectTimeout{8000};
    std::chrono::milliseconds replyTimeout{20000};

    /// "203.0.113.1:21", "[2001:db8::1]:21"
    [[nodiscard]] QString target() const;
};

/// The test of a rule as clients meet it: listener, TLS mode of the published site, what the policy lets pass.
[[nodiscard]] ProbeRequest probeRequestFor(const PublishedRule &rule);

} // namespace ferry::backend
