#pragma once

#include <QList>
#include <QString>

namespace ferry {

/// One line of a difference between two texts.
struct DifferenceLine {
    enum class Kind { Same, Removed, Added, Gap };

    Kind kind = Kind::Same;
    QString text;   ///< without the line end; empty for a gap
    int before = 0; ///< line number in the old text from 1 on, 0 where it is not there; lines left out for a gap
    int after = 0;  ///< the same in the new text

    bool operator==(const DifferenceLine &) const = default;
};

/// The difference line by line, with `context` unchanged lines around each change; longer runs of them become one gap.
/// Empty where the texts are the same.
[[nodiscard]] QList<DifferenceLine> lineDifference(const QString &before, const QString &after, int context = 3);

/// The difference as `diff -u` without its head prints it: " ", "-" and "+" in front of each line, "…" for a gap.
[[nodiscard]] QString differenceText(const QList<DifferenceLine> &lines);

} // namespace ferry
