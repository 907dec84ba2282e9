#pragma once

#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"

#include <QMap>

namespace ferry::agent {

/// Debian's form: a folder with a file for each setting, which pure-ftpd-wrapper(8) turns into options.
class PureFtpdFolder final : public PureFtpdFiles {
public:
    [[nodiscard]] static Result<std::unique_ptr<PureFtpdFiles>> read(
        const QString &path, const QList<NativeFile> &files);

    [[nodiscard]] QByteArrayList values(const QByteArray &key) const override;
    [[nodiscard]] Result<> set(const QByteArray &key, qsizetype index, const QByteArray &value) override;
    [[nodiscard]] QList<NativeFile> nativeFiles() const override;
    [[nodiscard]] Result<Launch> launch(
        const QByteArray &bind, const QString &copy, const QString &pidFile) const override;
    [[nodiscard]] QString translated(const QString &words, const QString &copy) const override;

private:
    [[nodiscard]] QString pathOf(const QByteArray &key) const;
    [[nodiscard]] Result<QStringList> authentication() const;

    QString m_path;
    QMap<QByteArray, QByteArray> m_files;  ///< by their names, which are those of settings
};

} // namespace ferry::agent
