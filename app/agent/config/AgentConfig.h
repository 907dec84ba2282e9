#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/rules/FtpService.h"
#include "models/rules/Gateway.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace ferry::agent {

/// How a service is started and ended.
struct ControlConfig {
    enum class Kind { Systemd, Child, ByHand };

    Kind kind = Kind::Systemd;
    QString unit;                        ///< systemd
    QString bus;                         ///< systemd: a bus address; empty: the system bus
    QString program;                     ///< child; with systemd the program for checks
    QStringList arguments;               ///< child
    QMap<QString, QString> environment;  ///< child
};

/// A certificate on this node under the name by which gateways of a rule set refer to it.
struct CertificateEntry {
    QString name;
    QString chain; ///< PEM file: the certificate, then those that lead to its authority
    QString key;   ///< PEM file
};

/// One engine of a gateway.
struct EngineEntry {
    Engine engine = Engine::Builtin;
    QString program;
    QString controlSocket;
    QString log;
    QMap<QString, QString> environment = {}; ///< of `program`, where it is not ours: haproxy
};

/// A gateway, and the engine that is in charge until an Apply chooses one of the alternatives.
struct GatewayEntry : EngineEntry {
    GatewayId id;
    QList<EngineEntry> alternatives = {}; ///< each engine once
    std::optional<Address> sourceAddress;
    QList<CertificateEntry> certificates = {}; ///< for rules that end TLS on this gateway
    QStringList serverPins = {}; ///< SHA-256 of certificates of servers, one of which has to fit; empty: any
    QString serverAuthority = {}; ///< PEM file: who may have signed the certificates of servers; empty: anybody
};

/// A file that keeps room on the volume of an FTP service's files.
struct BallastEntry {
    QString path;
    std::optional<qint64> lowBelow; ///< bytes; less available on the volume is low. Nothing: a twentieth of it
};

struct ServiceEntry {
    ServiceId id;
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString configPath;
    ControlConfig control;
    QString program = {}; ///< the server itself, for checks, where control starts something that starts it
    std::optional<BallastEntry> ballast = {};
};

/// Where the metrics are offered over plain HTTP.
struct MetricsEntry {
    Address address;
    quint16 port = 0; ///< 0: any free one; the choice is written to agent.run
};

/// agent.json: everything this agent may touch. What is not named here it refuses.
struct AgentConfig {
    QString path; ///< of the file itself
    QString node;
    Address listenAddress;
    quint16 listenPort = 0; ///< 0: any free one; the choice is written to agent.run
    QString stateDirectory;
    QString certificate;
    QString key;
    QString authority;
    std::optional<MetricsEntry> metrics; ///< nowhere, unless asked for
    QList<GatewayEntry> gateways;
    QList<ServiceEntry> services;
};

/// Reads the file. Relative paths in it are relative to its folder. Fails with InvalidInput and names the JSON pointer
/// of the value at fault.
[[nodiscard]] Result<AgentConfig> readAgentConfig(const QString &path);

} // namespace ferry::agent
