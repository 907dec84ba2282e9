#pragma once

#include "models/base/Result.h"

#include <QList>

namespace ferry {

/// One reason why a rule set file was refused, and the place in the file.
struct LoadProblem {
    int line = 0;     ///< from 1; 0 where it is about the file and not about a place in it
    int column = 0;   ///< from 1, in characters
    QString pointer;  ///< RFC 6901, "/rules/0/listener/port"; empty for the whole document
    Error error;

    bool operator==(const LoadProblem &) const = default;
};

/// In the order of the text, at most maxLoadProblems and a last one that says how many more there are.
using LoadProblems = QList<LoadProblem>;

inline constexpr int maxLoadProblems = 100;

/// "rules.json:12:7: /rules/0/listener/port: 0 is not a TCP port. Write a port from 1 to 65535."
[[nodiscard]] QString describe(const LoadProblem &problem, const QString &fileName);
/// All of them, a line each.
[[nodiscard]] QString describe(const LoadProblems &problems, const QString &fileName);

/// One Error for callers that can show only one: the first problem, and how many there are.
[[nodiscard]] Error summary(const LoadProblems &problems, const QString &fileName);

} // namespace ferry
