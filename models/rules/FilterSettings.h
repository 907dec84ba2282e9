#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace ferry {

/// What the filter does with AUTH TLS (RFC 4217 section 4).
enum class AuthTls {
    Deny,       ///< answered with 550 by the gateway, as ISA 2006 does
    Pass,       ///< relayed; the channel is opaque afterwards
    Terminate,  ///< TLS ends at the gateway, is inspected, and goes on to the server
};

/// With AuthTls::Terminate: what the leg to the server speaks.
enum class UpstreamTls { Same, Clear, Required };

enum class CommandPreset { Full, ReadOnly, UploadOnly, Custom };

/// Allow or deny per FTP command (upper case, "SITE CHMOD" for subcommands).
struct CommandPolicy {
    CommandPreset preset = CommandPreset::Full;
    QList<QString> allow;  ///< with Custom: if not empty, nothing else passes
    QList<QString> deny;   ///< wins over `allow`

    bool operator==(const CommandPolicy &) const = default;
};

/// Whether data connections may be opened by the client (PASV, EPSV) or by the server (PORT, EPRT).
struct DataModes {
    bool passive = true;
    bool active = false;

    bool operator==(const DataModes &) const = default;
};

/// The FTP filter of one publishing rule.
struct FilterSettings {
    bool enabled = true;
    AuthTls authTls = AuthTls::Deny;
    UpstreamTls upstreamTls = UpstreamTls::Same;
    CommandPolicy commands;
    DataModes dataModes;
    bool rewriteAddress = true;     ///< put the external address into 227 replies
    bool sameClientAddress = true;  ///< data connections only from the control connection's address
    int maxLineBytes = 4096;        ///< 64 to 65536
    int idleSeconds = 900;          ///< 1 to 86400
    int loginSeconds = 120;         ///< 1 to 3600
    int maxSessions = 0;            ///< 0: no limit
    int maxSessionsPerClient = 0;   ///< 0: no limit
    QString banner; ///< replaces the text of the server's 220; empty: the server's own
    bool clearCommandChannel = false;  ///< with AuthTls::Terminate: clients may end TLS there (CCC)
    int dataSeconds = 300; ///< a data connection on which nothing moves for so long is cut; 1 to 86400
    int maxSessionsPerNetwork = 0; ///< 0: no limit
    int networkPrefix4 = 24; ///< with maxSessionsPerNetwork: how large a client's network is taken to be; 8 to 32
    int networkPrefix6 = 64; ///< the same for IPv6, 16 to 128

    bool operator==(const FilterSettings &) const = default;
};

/// Closed bounds of the numeric settings, for reader, schema, editors and proxy alike.
struct FilterLimits {
    static constexpr int minLineBytes = 64;
    static constexpr int maxLineBytes = 65536;
    static constexpr int maxIdleSeconds = 86400;
    static constexpr int maxLoginSeconds = 3600;
    static constexpr int maxDataSeconds = 86400;
    static constexpr int maxSessions = 1'000'000;
    static constexpr int minNetworkPrefix4 = 8;
    static constexpr int maxNetworkPrefix4 = 32;
    static constexpr int minNetworkPrefix6 = 16;
    static constexpr int maxNetworkPrefix6 = 128;
};

/// True if the policy lets `command` pass, as the proxy decides it. `command` is upper case, "SITE CHMOD" for a
/// subcommand. Read only and upload only let nothing pass that is not known to be harmless.
[[nodiscard]] bool allows(const CommandPolicy &policy, const QString &command);

/// The commands a policy can name: RFC 959, 2228, 2389, 2428, 3659, 4217, 7151.
[[nodiscard]] const QList<QString> &knownFtpCommands();

} // namespace ferry
