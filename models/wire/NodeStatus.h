#pragma once

#include "models/wire/Apply.h"

#include <optional>

namespace ferry {

/// The volume that an FTP service's files are on, in bytes.
struct VolumeStatus {
    QString folder;     ///< one on it
    qint64 size = 0;
    qint64 available = 0; ///< to programs without root's reserve
    qint64 lowBelow = 0;  ///< less available than this is low
    qint64 ballast = 0;   ///< taken by the agent's file, which can be given back (service.ballast)

    [[nodiscard]] bool isLow() const { return available < lowBelow; }
    bool operator==(const VolumeStatus &) const = default;
};

/// A service as the agent sees it running.
struct ServiceStatus {
    ServiceId id;
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString unit;
    bool running = false;
    qint64 pid = 0;
    QDateTime since;
    int sessions = 0;
    QString problem;  ///< why it does not run; empty otherwise
    std::optional<VolumeStatus> volume = {}; ///< nothing where agent.json names no ballast file

    bool operator==(const ServiceStatus &) const = default;
};

struct GatewayStatus {
    GatewayId id;
    Engine engine = Engine::Builtin;
    bool running = false;
    qint64 pid = 0;
    QString generation;  ///< what the engine itself says it runs
    int sessions = 0;
    QString problem;
    QList<Engine> offered = {}; ///< by agent.json; an Apply may choose any of them

    bool operator==(const GatewayStatus &) const = default;
};

enum class TransactionState { None, Prepared, Committed };

/// node.status
struct NodeStatus {
    QString node;  ///< the agent's own name
    QString version;
    QDateTime clock = {}; ///< what time it is there; invalid: an agent of an older version
    QString generation;  ///< running now, by the journal
    TransactionState transaction = TransactionState::None;
    std::optional<ApplyRecord> open;        ///< the transaction under way
    std::chrono::milliseconds confirmLeft{0};
    std::optional<ApplyRecord> last;        ///< the last confirmed one
    QList<GatewayStatus> gateways;
    QList<ServiceStatus> services;
    QList<NativeChange> drift;  ///< native files edited by hand: what we wrote, what is there

    bool operator==(const NodeStatus &) const = default;
};

/// An FTP service whose own file is not there, in the words of an Error.
struct UnreadService {
    ServiceId id;
    QString what;
    QString why;
    QString remedy;

    bool operator==(const UnreadService &) const = default;
};

/// config.observe: what the node runs, engine-neutral and native.
struct Observation {
    QString generation;
    NodeConfig config;           ///< the running configuration; `agent` is empty
    QList<NativeChange> native;  ///< `before` = `after` = the file as it is
    QList<ServiceConfig> found;  ///< the settings that the services' own files hold now
    QList<UnreadService> unread = {};

    bool operator==(const Observation &) const = default;
};

/// One FTP session through a gateway.
struct SessionInfo {
    quint64 id = 0;
    GatewayId gateway;
    RuleId rule;
    Address client;
    quint16 clientPort = 0;
    QString user;
    QDateTime since;
    bool opaque = false;    ///< encrypted end to end: the filter sees nothing
    QString transfer;       ///< the command that moves data now, masked; empty otherwise
    quint64 bytesUp = 0;    ///< client to server
    quint64 bytesDown = 0;  ///< server to client

    bool operator==(const SessionInfo &) const = default;
};

class JsonNode;

[[nodiscard]] QJsonObject toJson(const VolumeStatus &status);
[[nodiscard]] QJsonObject toJson(const ServiceStatus &status);
[[nodiscard]] QJsonObject toJson(const GatewayStatus &status);
[[nodiscard]] QJsonObject toJson(const NodeStatus &status);
[[nodiscard]] QJsonObject toJson(const Observation &observation);
[[nodiscard]] QJsonObject toJson(const SessionInfo &session);

void decode(const JsonNode &node, VolumeStatus &out);
void decode(const JsonNode &node, ServiceStatus &out);
void decode(const JsonNode &node, GatewayStatus &out);
void decode(const JsonNode &node, NodeStatus &out);
void decode(const JsonNode &node, Observation &out);
void decode(const JsonNode &node, SessionInfo &out);

} // namespace ferry
