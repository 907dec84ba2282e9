#pragma once

#include "models/base/Id.h"

#include <QSet>
#include <QString>

namespace ferry::agent {

/// The rules that take no new sessions: a file with their ids, one a line, which each worker reads when it starts. A
/// running worker holds the same list in memory and is told of changes.
class HaproxyDrain {
public:
    explicit HaproxyDrain(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Without a file: none.
    [[nodiscard]] Result<QSet<RuleId>> rules() const;
    [[nodiscard]] Result<> write(const QSet<RuleId> &rules) const;
    /// HAProxy insists on the file, also where it holds nothing.
    [[nodiscard]] Result<> ensureExists() const;
    /// Drops rules that are not in `configuration` any more. The file exists afterwards.
    [[nodiscard]] Result<> keepOnlyThoseIn(const QByteArray &configuration) const;

private:
    QString m_path;
};

} // namespace ferry::agent
