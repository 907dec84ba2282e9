#pragma once

#include "app/agent/services/FtpServiceDriver.h"

#include <QMap>
#include <QTemporaryDir>

namespace ferry::test {

/// A folder of native files as somebody has them, copied to a temporary one. "@DIR@" stands for that folder in them,
/// and what else `words` names for what the machine has instead.
class NativeFixture {
public:
    /// The fixture `name` in the folder; without one, the name that the row of the test gives.
    NativeFixture(const QString &folder, const QMap<QByteArray, QByteArray> &words, const QString &name = {});

    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] bool write(const QList<agent::NativeFile> &files) const;

    /// Compares the files that differ with those in the folder `golden`; fails the test where they are others.
    /// FERRYGATE_WRITE_GOLDEN=1 writes them first; look at the difference before committing it.
    void compareWithGolden(
        const QString &golden, const QList<agent::NativeFile> &before, const QList<agent::NativeFile> &after) const;

private:
    [[nodiscard]] QByteArray withWords(QByteArray bytes) const;
    [[nodiscard]] QByteArray withoutWords(QByteArray bytes) const;

    QTemporaryDir m_folder;
    QString m_name;
    QMap<QByteArray, QByteArray> m_words;
};

/// Rows with a column "name" for the fixtures in the folder, at least ten of them.
void fixtureRows(const QString &folder);

} // namespace ferry::test
