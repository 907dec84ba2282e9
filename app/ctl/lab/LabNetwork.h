#pragma once

#include "models/base/Address.h"
#include "models/base/Result.h"

#include <QJsonObject>

namespace ferry::ctl {

/// Addresses and ports of one lab: a loopback network of its own, so that several labs do not meet.
struct LabNetwork {
    Address gateway;  ///< 127.x.y.2
    Address server;   ///< 127.x.y.3
    quint16 controlPort = 2121;
    quint16 mirrorPort = 2122;
    quint16 agentPort = 7521;

    /// 127.0.0.0 for the usual lab; another network for every other directory, and where something is in the way.
    [[nodiscard]] static Result<LabNetwork> choose(const QString &directory, bool isDefaultDirectory);
    /// True if nothing listens on its ports.
    [[nodiscard]] bool isFree() const;

    [[nodiscard]] QString gatewayAgent() const;
    [[nodiscard]] QString serverAgent() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<LabNetwork> fromJson(const QJsonObject &json);

    bool operator==(const LabNetwork &) const = default;
};

/// True if `port` can be listened on at `address` now.
[[nodiscard]] bool isPortFree(const Address &address, quint16 port);

} // namespace ferry::ctl
