#include "ui/dialogs/CommandMatch.h"

namespace ferry::ui {

std::optional<int> commandMatch(QStringView name, QStringView typed)
{
    const QStringView wanted = typed.trimmed();
    if (wanted.isEmpty())
        return 0;
    constexpr int wordStart = 1;
    constexpr int inside = 2;
    constexpr int scattered = 3;
    const qsizetype first = name.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (first == 0)
        return 0;
    for (qsizetype at = first; at > 0; at = name.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        if (!name[at - 1].isLetterOrNumber())
            return wordStart;
    }
    if (first > 0)
        return inside;
    qsizetype from = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype at = name.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        from = at + 1;
    }
    return scattered;
}

} // namespace ferry::ui
