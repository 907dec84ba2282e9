#pragma once

#include "app/agent/metrics/MetricFamily.h"
#include "models/base/Result.h"

#include <QJsonValue>

namespace ferry::agent {

/// What ferrygate-proxy answers to `metrics`, as families; each sample is labelled with `gateway`.
[[nodiscard]] Result<QList<MetricFamily>> proxyMetrics(const QJsonValue &reply, const QString &gateway);

} // namespace ferry::agent
