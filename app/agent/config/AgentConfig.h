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
    enum class Kind { Systemd, Child };

    Kind kind = Kind::Systemd;
    QString unit;                        ///< systemd
    QString bus;                         ///< systemd: a bus address; empty: the system bus
    QString program;                     ///< child; with systemd the program for checks
    QStringList arguments;               ///< child
    QMap<QString, QString> environment;  ///< child
};

struct GatewayEntry {
    GatewayId id;
    Engine engine = Engine::Builtin;
    QString program;
    QString controlSocket;
    std::optional<Address> sourceAddress;
    QString log;
};

struct ServiceEntry {
    ServiceId id;
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString configPath;
    ControlConfig control;
};

/// agent.json: everything this agent may touch. What is not named here it refuses.
struct AgentConfig {
    QString path;  ///< of the file itself
    QString node;
    Address listenAddress;
    quint16 listenPort = 0;  ///< 0: any free one; the choice is written to agent.run
    QString stateDirectory;
    QString certificate;
    QString key;
    QString authority;
    QList<GatewayEntry> gateways;
    QList<ServiceEntry> services;
};

/// Reads the file. Relative paths in it are relative to its folder. Fails with InvalidInput and names the JSON pointer
/// of the value at fault.
[[nodiscard]] Result<AgentConfig> readAgentConfig(const QString &path);

} // namespace ferry::agent
