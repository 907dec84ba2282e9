#include "models/store/NearMiss.h"

#include <algorithm>
#include <vector>

namespace ferry {
namespace {

QString folded(QString name)
{
    return name.toLower().remove(u'-').remove(u'_');
}

// Levenshtein's distance, a row at a time; two swapped letters count as two.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(b.size() + 1);
    for (int j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], i);
        for (int j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

QString nearMiss(const QString &given, std::span<const QLatin1StringView> names)
{
    constexpr int farthest = 2;
    const QString wanted = folded(given);
    QString nearest;
    int nearestDistance = farthest + 1;
    for (const QLatin1StringView name : names) {
        // In a short name two letters are most of it.
        const int limit = std::min(farthest, static_cast<int>(name.size()) / 2);
        if (std::abs(wanted.size() - name.size()) > farthest)
            continue;
        const int away = distance(wanted, folded(name));
        if (away <= limit && away < nearestDistance) {
            nearest = name;
            nearestDistance = away;
        }
    }
    return nearest;
}

} // namespace ferry
