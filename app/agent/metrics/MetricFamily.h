#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace ferry::agent {

/// One number, and what tells it from the others of its family.
struct MetricSample {
    using Label = std::pair<QByteArray, QString>;

    QList<Label> labels;
    quint64 value = 0;
};

/// All numbers of one meaning. Names follow Prometheus: a prefix, the unit in full, "_total" behind what only grows.
struct MetricFamily {
    enum class Kind { Counter, Gauge };

    QByteArray name;
    Kind kind = Kind::Counter;
    QByteArray help; ///< a line, in English
    QList<MetricSample> samples;

    void add(quint64 value, QList<MetricSample::Label> labels) { samples.append({std::move(labels), value}); }
};

/// Families of several sources: what has the same name becomes one, because Prometheus takes each name once.
[[nodiscard]] QList<MetricFamily> merged(const QList<MetricFamily> &families);

/// The text format of Prometheus, version 0.0.4. Families without samples are left out.
[[nodiscard]] QByteArray prometheusText(const QList<MetricFamily> &families);

} // namespace ferry::agent
