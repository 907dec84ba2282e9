#pragma once

#include <QList>

#include <optional>

namespace ferry {

/// A closed range of positions in a list.
struct RowInterval {
    int first = 0;
    int last = 0;
};

/// The positions in `from` (sorted) whose values are not in `in` (sorted), as ranges; nothing if there are more than
/// `limit` of them.
[[nodiscard]] inline std::optional<QList<RowInterval>> intervalsMissing(
    const QList<int> &from, const QList<int> &in, qsizetype limit)
{
    QList<RowInterval> intervals;
    qsizetype other = 0;
    for (int i = 0; i < from.size(); ++i) {
        while (other < in.size() && in.at(other) < from.at(i))
            ++other;
        if (other < in.size() && in.at(other) == from.at(i))
            continue;
        if (!intervals.isEmpty() && intervals.last().last == i - 1)
            intervals.last().last = i;
        else if (intervals.size() == limit)
            return std::nullopt;
        else
            intervals << RowInterval{i, i};
    }
    return intervals;
}

} // namespace ferry
