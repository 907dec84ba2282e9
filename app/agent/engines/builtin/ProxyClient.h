#pragma once

#include "models/base/Result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <chrono>

namespace ferry::agent {

/// One question to ferrygate-proxy over its control socket, answered or failed within `timeout`. Blocks.
[[nodiscard]] Result<QJsonValue> askProxy(
    const QString &socketPath, const QString &method, const QJsonObject &params, std::chrono::milliseconds timeout);

} // namespace ferry::agent
