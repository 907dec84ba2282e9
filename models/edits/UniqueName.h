#pragma once

#include "models/base/Id.h"
#include "models/rules/Table.h"

#include <QSet>

#include <functional>

namespace ferry {

/// `wanted`, or "wanted-2", "wanted-3" ... : the first that is not `taken`; never longer than an id may be.
[[nodiscard]] QString uniqueIdText(const QString &wanted, const std::function<bool(const QString &)> &taken);

/// `pattern` with its %1 left empty, or filled with " 2", " 3" ... : the first that is not in `taken`.
/// "FTP Server (custom%1)" gives "FTP Server (custom)", "FTP Server (custom 2)".
[[nodiscard]] QString uniqueNameText(const QString &pattern, const QSet<QString> &taken);

/// An id for a new object called `name`.
template <class T>
[[nodiscard]] typename Table<T>::IdType uniqueId(const Table<T> &table, const QString &name, QStringView fallback)
{
    using IdType = typename Table<T>::IdType;
    return IdType::fromTrusted(uniqueIdText(
        idFromName(name, fallback), [&](const QString &id) { return table.contains(IdType::fromTrusted(id)); }));
}

template <class T>
[[nodiscard]] QString uniqueName(const Table<T> &table, const QString &pattern)
{
    // Only what starts like the pattern can be in the way: of 100,000 names a few.
    const QStringView head = QStringView(pattern).left(pattern.lastIndexOf(QLatin1StringView("%1")));
    QSet<QString> taken;
    for (const T &object : table) {
        if (object.name.startsWith(head))
            taken.insert(object.name);
    }
    return uniqueNameText(pattern, taken);
}

} // namespace ferry
