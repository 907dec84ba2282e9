#pragma once

#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"

#include <QMap>

namespace ferry::agent {

/// pure-ftpd.conf, which the server itself reads when it is its only argument (simpleconf.c): "Key value", also with
/// "=" or ":" between, keys in whatever case, comments on lines of their own, and Include.
class PureFtpdConf final : public PureFtpdFiles {
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
    /// A line of the whole, with the lines of an Include in its place.
    struct Line {
        QString file;
        qsizetype index = 0;   ///< in the file
        QByteArray bytes;      ///< with its ending
        QByteArray key;        ///< in lower case; empty: blank or a comment
        qsizetype begin = 0;   ///< of the value
        qsizetype end = 0;

        [[nodiscard]] QByteArray value() const { return bytes.mid(begin, end - begin); }
        [[nodiscard]] QByteArray with(const QByteArray &value) const;
    };

    [[nodiscard]] static Line parse(const QByteArray &bytes);
    void readAll();
    void readOne(const QString &path, const QByteArray &bytes, int depth);
    void add(const QByteArray &key, const QByteArray &value);

    QString m_path;
    QMap<QString, QByteArray> m_files;  ///< as given, or as read
    QList<Line> m_lines;
};

} // namespace ferry::agent
