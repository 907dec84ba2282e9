#pragma once

#include "app/agent/services/FtpServiceDriver.h"
#include "app/agent/services/proftpd/ProftpdLine.h"

#include <QMap>
#include <QSet>

namespace ferry::agent {

/// What decides which parts of the files count: <IfModule>, <IfDefine>.
struct ProftpdBuild {
    std::optional<QSet<QByteArray>> modules;  ///< compiled in, "mod_tls.c"; nothing: unknown, all are taken for there
    QSet<QByteArray> defines;                 ///< -D of the command line
};

/// A configuration of ProFTPD with all that it includes, read as the server does, and edited line by line.
///
/// Of two directives of one name in one context the first counts, and one of a server before one of <Global>, since
/// ProFTPD keeps them in a list, puts those of <Global> at its end, and looks for the first (find_config()).
/// DefaultAddress and ServerName go into a field, where the last stays.
class ProftpdConfiguration {
public:
    enum class Section { Server, Global, Other };

    struct Directive {
        QByteArray key;  ///< in lower case
        QByteArrayList arguments;
        int server = 0;
        Section section = Section::Server;
        QString file;
        ProftpdLine line;
    };

    /// The main server, then one for each <VirtualHost>.
    struct Server {
        QByteArrayList addresses;  ///< of its <VirtualHost>
        int opening = -1;          ///< the directive that opens it; -1: the main server
    };

    /// A line of the whole, without its includes, for the checker; and where it comes from.
    struct FlatLine {
        QByteArray bytes;
        QString file;
        qsizetype number = 0;  ///< from 1
    };

    /// Reads the file and what it includes: from `files` where they are there, otherwise from the disk. Fails with
    /// NotFound or Io where `path` itself cannot be read; ProFTPD goes on without an include, and so does this.
    [[nodiscard]] static Result<ProftpdConfiguration> read(
        const QString &path, const ProftpdBuild &build, const QList<NativeFile> &files = {});

    [[nodiscard]] const QString &path() const { return m_path; }
    /// For what the administrator has not said: a file beside the first one, which includes it.
    [[nodiscard]] QString ownPath() const;
    [[nodiscard]] const QList<Server> &servers() const { return m_servers; }
    [[nodiscard]] const QList<Directive> &directives() const { return m_directives; }
    [[nodiscard]] const QList<FlatLine> &flat() const { return m_flat; }

    /// The directive of that name that counts for a server, or nullptr.
    [[nodiscard]] const Directive *counting(int server, const QByteArray &key) const;
    /// The one of the server itself, or nullptr.
    [[nodiscard]] const Directive *own(int server, const QByteArray &key) const;
    /// The last one of the server itself, or nullptr.
    [[nodiscard]] const Directive *lastOwn(int server, const QByteArray &key) const;

    /// Replaces the directive's arguments. Fails with Unsupported where its file is not ours to edit. After this and
    /// each of the following, directives are others.
    [[nodiscard]] Result<> setArguments(const Directive &directive, const QByteArray &arguments);
    [[nodiscard]] Result<> remove(const Directive &directive);
    /// Adds a directive of the server itself: for the main server to the own file, for another at the beginning of its
    /// section.
    [[nodiscard]] Result<> add(int server, const QByteArray &directive);
    /// Adds a directive of every server that says nothing else, to the own file.
    [[nodiscard]] Result<> addGlobal(const QByteArray &directive);

    /// The first file, the own one (nothing in it where it is not there), and those that hold what drivers look at. No
    /// others: an included file may hold the password of a database.
    [[nodiscard]] QList<NativeFile> nativeFiles() const;

private:
    struct File {
        QByteArray bytes;
        bool isInFolder = false; ///< read because of the folder it is in, with whatever lies there
    };
    struct Reading;

    [[nodiscard]] Result<> readAll();
    void readFile(const QString &path, const QByteArray &bytes, bool isInFolder, Reading &reading);
    void readDirective(const QString &path, const ProftpdLine &line, Reading &reading);
    void openSection(const QByteArray &key, const QByteArrayList &arguments, Reading &reading);
    void include(const QString &pattern, Reading &reading, const FlatLine &asItStands);
    [[nodiscard]] std::optional<QByteArray> bytesOf(const QString &path) const;
    [[nodiscard]] Result<> mayEdit(const QString &path) const;
    [[nodiscard]] Result<> replaceLines(
        const QString &path, qsizetype first, qsizetype count, const QByteArrayList &lines);
    [[nodiscard]] Result<> addToOwn(const QByteArray &text);

    QString m_path;
    ProftpdBuild m_build;
    QMap<QString, std::optional<QByteArray>> m_given; ///< instead of what is on the disk
    QMap<QString, File> m_files;
    QList<Server> m_servers;
    QList<Directive> m_directives;
    QList<FlatLine> m_flat;
};

} // namespace ferry::agent
