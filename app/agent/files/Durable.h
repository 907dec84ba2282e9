#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Files that survive a crash: written beside their place, synced, renamed, and the folder synced (fsync(2),
/// rename(2)).
namespace ferry::agent {

/// Replaces or creates the file, mode 0600, whole or not at all.
[[nodiscard]] Result<> writeDurably(const QString &path, const QByteArray &bytes);

/// The whole file; nothing where it does not exist. Fails above 64 MiB.
[[nodiscard]] Result<std::optional<QByteArray>> readFile(const QString &path);

/// Creates the folder and its parents, mode 0700.
[[nodiscard]] Result<> makePrivateFolder(const QString &path);

/// Makes a rename, link or removal in the folder permanent.
[[nodiscard]] Result<> syncFolder(const QString &path);

/// Writes all of it, or sets errno.
[[nodiscard]] bool writeAll(int fd, const QByteArray &bytes);

/// "what" about `path`, with the reason in errno.
[[nodiscard]] Error fileError(const QString &path, const QString &what);

/// Writes a new file that must not exist yet, with owner and mode of `like` where that exists (0600 otherwise), synced.
[[nodiscard]] Result<> writeNewFile(const QString &path, const QByteArray &bytes, const QString &like);

} // namespace ferry::agent
