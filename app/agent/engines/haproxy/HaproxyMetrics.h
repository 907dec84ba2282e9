#pragma once

#include "app/agent/engines/haproxy/HaproxyStats.h"
#include "app/agent/metrics/MetricFamily.h"
#include "models/base/Id.h"

#include <QSet>

namespace ferry::agent {

/// Families of one gateway, named as those of ferrygate-proxy where they mean the same. Counters are of `current`, the
/// worker that takes new connections, and begin anew with each configuration; gauges include those of older ones.
[[nodiscard]] QList<MetricFamily> haproxyMetrics(
    const HaproxyStats &current, const QList<HaproxyStats> &older, const QSet<RuleId> &drained, const QString &gateway);

} // namespace ferry::agent
