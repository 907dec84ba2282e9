#include "models/edits/UniqueName.h"

namespace ferry {
namespace {

constexpr qsizetype maxIdLength = 64;

}

QString uniqueIdText(const QString &wanted, const std::function<bool(const QString &)> &taken)
{
    QString id = wanted.left(maxIdLength);
    for (int number = 2; taken(id); ++number) {
        const QString suffix = QStringLiteral("-%1").arg(number);
        id = wanted.left(maxIdLength - suffix.size()) + suffix;
    }
    return id;
}

QString uniqueNameText(const QString &pattern, const QSet<QString> &taken)
{
    // Not QString::arg: the pattern holds a name that may hold "%1" itself.
    const qsizetype place = pattern.lastIndexOf(QStringLiteral("%1"));
    const auto filled = [&](const QString &number) { return QString(pattern).replace(place, 2, number); };
    QString name = filled({});
    for (int number = 2; taken.contains(name); ++number)
        name = filled(QStringLiteral(" %1").arg(number));
    return name;
}

} // namespace ferry
