#include "app/agent/metrics/MetricFamily.h"

#include <QHash>

namespace ferry::agent {
namespace {

// "\" and line feed everywhere, and the quote inside of quotes (Exposition formats, "Text format details").
QByteArray escaped(QByteArray text, bool isQuoted)
{
    text.replace('\\', "\\\\").replace('\n', "\\n");
    return isQuoted ? text.replace('"', "\\\"") : text;
}

void append(QByteArray &out, const MetricFamily &family)
{
    const char *kind = family.kind == MetricFamily::Kind::Counter ? "counter" : "gauge";
    out += "# HELP " + family.name + ' ' + escaped(family.help, false) + '\n';
    out += "# TYPE " + family.name + ' ' + kind + '\n';
    for (const MetricSample &sample : family.samples) {
        out += family.name;
        char before = '{';
        for (const auto &[name, value] : sample.labels) {
            out += before + name + "=\"" + escaped(value.toUtf8(), true) + '"';
            before = ',';
        }
        if (!sample.labels.isEmpty())
            out += '}';
        out += ' ' + QByteArray::number(sample.value) + '\n';
    }
}

} // namespace

QList<MetricFamily> merged(const QList<MetricFamily> &families)
{
    QList<MetricFamily> all;
    QHash<QByteArray, qsizetype> places;
    for (const MetricFamily &family : families) {
        const auto place = places.constFind(family.name);
        if (place == places.constEnd()) {
            places.insert(family.name, all.size());
            all.append(family);
        } else {
            all[*place].samples += family.samples;
        }
    }
    return all;
}

QByteArray prometheusText(const QList<MetricFamily> &families)
{
    QByteArray text;
    for (const MetricFamily &family : families) {
        if (!family.samples.isEmpty())
            append(text, family);
    }
    return text;
}

} // namespace ferry::agent
