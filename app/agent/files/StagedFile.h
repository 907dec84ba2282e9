#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace ferry {
class JsonNode;
}

namespace ferry::agent {

/// A native file on its way into place and, until the Apply is confirmed, back. New and old bytes lie beside the
/// file, so that neither step needs room on the disk and each is one rename. Every step can be repeated after a
/// crash at any moment.
///
/// | moment   | path | path.new | path.old        |
/// |----------|------|----------|-----------------|
/// | staged   | old  | new      |                 |
/// | linked   | old  | new      | old (same file) |
/// | placed   | new  |          | old             |
/// | finished | new  |          |                 |
/// | restored | old  |          |                 |
struct StagedFile {
    QString path;          ///< as configured
    QString target;        ///< `path` with symbolic links followed
    QString tag;           ///< makes the names of the two beside it unique
    bool existed = false;  ///< before; otherwise restoring means removing

    [[nodiscard]] QString newPath() const;
    [[nodiscard]] QString oldPath() const;

    bool operator==(const StagedFile &) const = default;
};

/// Writes the new bytes beside the file, with its owner and mode.
[[nodiscard]] Result<StagedFile> stage(const QString &path, const QByteArray &bytes, const QString &tag);
[[nodiscard]] Result<> place(const StagedFile &file);
[[nodiscard]] Result<> restore(const StagedFile &file);
/// Removes what is left beside the file. A failure leaves a stray file and nothing worse, so there is none.
void finish(const StagedFile &file);

[[nodiscard]] QJsonObject toJson(const StagedFile &file);
void decode(const JsonNode &node, StagedFile &out);

} // namespace ferry::agent
