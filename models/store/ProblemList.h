#pragma once

#include "models/store/LoadProblem.h"

#include <QByteArray>

#include <optional>

namespace ferry {

/// Collects what is wrong with a text by byte offset; turns it into lines and columns at the end.
class ProblemList {
public:
    void add(qsizetype offset, const QString &pointer, const QString &why, const QString &remedy,
        ErrorCode code = ErrorCode::InvalidInput);
    /// A problem that explains all others: it alone is reported.
    void addDecisive(qsizetype offset, const QString &pointer, const QString &why, const QString &remedy,
        ErrorCode code = ErrorCode::InvalidInput);

    [[nodiscard]] bool isEmpty() const { return m_problems.isEmpty() && !m_decisive; }
    [[nodiscard]] LoadProblems located(QByteArrayView text) const;

private:
    struct Problem {
        qsizetype offset = 0;
        QString pointer;
        Error error;
    };

    QList<Problem> m_problems;
    std::optional<Problem> m_decisive;
    int m_unlisted = 0;
    qsizetype m_firstUnlisted = 0;
};

/// Where the first byte is that is not part of well-formed UTF-8 (RFC 3629: no overlong form, no surrogate, nothing
/// beyond U+10FFFF); -1 where all are.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView text);

} // namespace ferry
