#pragma once

#include "models/base/Result.h"
#include "tests/e2e/matrix/rows/Operation.h"

#include <QMap>
#include <QStringList>

namespace ferry::matrix {

/// The files that the operations of one row move, on both sides, and the judgement of what became of them. What a
/// client says about itself counts nothing.
///
///     client's folder                     server's folder
///     seed.bin  ── upload ──►             up.bin
///     down.bin  ◄── download ──           seed.bin
///     partial.bin ◄── resume ──           seed.bin, from the byte on that partial.bin ends with
///     tail.bin  ── append ──►             journal.bin
///                   rename                old.bin to new.bin
///                   delete                doomed.bin
///     list.txt, mlsd.txt ◄──              the folder, with listed.bin
///     part.bin  ◄── download, aborted ──  ../endless.bin
///     after.bin ◄── download ──           seed.bin, to see that life goes on after the abort
class Errand {
public:
    /// `remote` is the name of a folder of its own below `site`, the server's root; `local` belongs to the client.
    Errand(const QString &local, const QString &site, const QString &remote);

    [[nodiscard]] Result<void> prepare() const;
    /// For each operation what is wrong with its result; empty if nothing is.
    /// `story` is what the client has printed, and stands for the files in `printed`; `mlsdShownBy` is what in it tells
    /// of MLSD, facts unless given.
    [[nodiscard]] QMap<Operation, QString> judge(
        const QByteArray &story, const QStringList &printed, const QByteArray &mlsdShownBy) const;
    /// Removes the files of both sides.
    void clear() const;

    /// What a site has once for all rows: a file that no client gets to the end of.
    [[nodiscard]] static Result<void> prepareSite(const QString &site);

private:
    [[nodiscard]] QString judge(Operation operation, const QByteArray &mlsdShownBy) const;
    [[nodiscard]] QString localPath(const QString &name) const { return m_local + QLatin1Char('/') + name; }
    [[nodiscard]] QString remotePath(const QString &name) const { return m_remote + QLatin1Char('/') + name; }

    QString m_local;
    QString m_remote;
    QByteArray m_seed;
    QByteArray m_tail;
};

} // namespace ferry::matrix
