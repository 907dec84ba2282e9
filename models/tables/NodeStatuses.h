#pragma once

#include "models/wire/NodeStatus.h"

#include <QHash>

namespace ferry {

/// What the last look at a node gave.
struct NodeView {
    std::optional<NodeStatus> status;  ///< nothing: not reached
    QString problem;                   ///< why not; empty while it was never asked
    int milliseconds = -1;             ///< the answer took; -1: not known

    bool operator==(const NodeView &) const = default;
};

/// By agent, "host:port".
using NodeStatuses = QHash<QString, NodeView>;

/// How a node, gateway or FTP service does.
enum class Health {
    Unknown,      ///< never asked
    Unreachable,  ///< its agent does not answer
    Running,
    Stopped,      ///< the agent answers, and the program does not run
};

[[nodiscard]] const GatewayStatus *gatewayStatus(const NodeStatuses &statuses, const Gateway &gateway);
[[nodiscard]] const ServiceStatus *serviceStatus(const NodeStatuses &statuses, const FtpService &service);
[[nodiscard]] Health healthOf(const NodeStatuses &statuses, const Gateway &gateway);
[[nodiscard]] Health healthOf(const NodeStatuses &statuses, const FtpService &service);
[[nodiscard]] QString healthText(Health health);

} // namespace ferry
