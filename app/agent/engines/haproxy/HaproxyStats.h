#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>

namespace ferry::agent {

/// The answer to `show stat` (management guide, 9.1): counters of frontends and backends.
class HaproxyStats {
public:
    enum class Kind { Frontend, Backend };

    struct Row {
        QByteArray proxy;
        Kind kind = Kind::Frontend;
        QByteArrayList values;
    };

    [[nodiscard]] static HaproxyStats parse(const QByteArray &answer);

    [[nodiscard]] const QList<Row> &rows() const & { return m_rows; }
    /// Not of a temporary, which a range-based for does not keep.
    const QList<Row> &rows() && = delete;
    /// 0 where it is not told.
    [[nodiscard]] quint64 number(const Row &row, const QByteArray &column) const;

private:
    QHash<QByteArray, qsizetype> m_columns;
    QList<Row> m_rows;
};

} // namespace ferry::agent
