#pragma once

#include "app/agent/services/FtpServiceDriver.h"

#include <QByteArrayList>
#include <QStringList>

#include <memory>

namespace ferry::agent {

/// The settings of Pure-FTPd in one of their two forms, by the names that both use: PassivePortRange, ForcePassiveIP,
/// Bind, TLS and so on.
class PureFtpdFiles {
public:
    virtual ~PureFtpdFiles() = default;

    /// The values of a setting, in the order in which the server takes them.
    [[nodiscard]] virtual QByteArrayList values(const QByteArray &key) const = 0;
    /// Replaces the value at that index, and no other byte; behind the last one it adds the setting. Fails with
    /// Unsupported where the value stands in a file that is not the agent's to edit.
    [[nodiscard]] virtual Result<> set(const QByteArray &key, qsizetype index, const QByteArray &value) = 0;
    /// The files that hold what drivers look at, and those that would; nothing in one that is not there.
    [[nodiscard]] virtual QList<NativeFile> nativeFiles() const = 0;

    /// What starts a trial with these settings: the arguments for the program, which may name `copy`, and what to
    /// write there. Fails with Refused where whoever reads the files for the server would refuse them.
    struct Launch {
        QStringList arguments;
        QByteArray copy;
    };
    [[nodiscard]] virtual Result<Launch> launch(
        const QByteArray &bind, const QString &copy, const QString &pidFile) const = 0;
    /// What the server says about `copy`, in terms of the real files.
    [[nodiscard]] virtual QString translated(const QString &words, const QString &copy) const = 0;

    /// Reads what is at `path`, a folder or a file; from `files` where they are there, otherwise from the disk.
    [[nodiscard]] static Result<std::unique_ptr<PureFtpdFiles>> read(
        const QString &path, const QList<NativeFile> &files = {});
};

/// "yes", "on", "true" or "1", in whatever case.
[[nodiscard]] bool isPureFtpdYes(const QByteArray &value);

} // namespace ferry::agent
