#include "app/agent/engines/haproxy/HaproxyStats.h"

namespace ferry::agent {

HaproxyStats HaproxyStats::parse(const QByteArray &answer)
{
    HaproxyStats stats;
    for (const QByteArray &line : answer.split('\n')) {
        QByteArrayList values = line.split(',');
        if (line.startsWith("# ")) {
            values[0] = values[0].mid(2);
            for (qsizetype i = 0; i < values.size(); ++i)
                stats.m_columns.insert(values[i], i);
        } else if (values.size() > 2 && (values[1] == "FRONTEND" || values[1] == "BACKEND")) {
            stats.m_rows << Row{values[0], values[1] == "BACKEND" ? Kind::Backend : Kind::Frontend, values};
        }
    }
    return stats;
}

quint64 HaproxyStats::number(const Row &row, const QByteArray &column) const
{
    const auto found = m_columns.constFind(column);
    return found == m_columns.cend() ? 0 : row.values.value(*found).toULongLong();
}

} // namespace ferry::agent
