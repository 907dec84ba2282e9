#include "app/agent/engines/haproxy/HaproxyDrain.h"

#include "app/agent/engines/haproxy/HaproxyPublishing.h"
#include "app/agent/files/Durable.h"

#include <QFile>

#include <algorithm>

namespace ferry::agent {

Result<QSet<RuleId>> HaproxyDrain::rules() const
{
    const auto bytes = readFile(m_path);
    if (!bytes)
        return failure(bytes.error());
    QSet<RuleId> rules;
    for (const QByteArray &line : bytes->value_or(QByteArray()).split('\n')) {
        if (const Result<RuleId> id = RuleId::parse(QString::fromUtf8(line.trimmed())); id)
            rules.insert(*id);
    }
    return rules;
}

Result<> HaproxyDrain::write(const QSet<RuleId> &rules) const
{
    QByteArrayList lines;
    for (const RuleId &rule : rules)
        lines << rule.text().toUtf8() + '\n';
    std::sort(lines.begin(), lines.end());
    return writeDurably(m_path, lines.join());
}

Result<> HaproxyDrain::ensureExists() const
{
    return QFile::exists(m_path) ? Result<>() : write({});
}

Result<> HaproxyDrain::keepOnlyThoseIn(const QByteArray &configuration) const
{
    const Result<QSet<RuleId>> drained = rules();
    if (!drained)
        return failure(drained.error());
    QSet<RuleId> kept;
    for (const RuleId &rule : *drained) {
        if (configuration.contains("\nbackend " + controlBackend(rule).toUtf8() + '\n'))
            kept.insert(rule);
    }
    return kept == *drained ? ensureExists() : write(kept);
}

} // namespace ferry::agent
