#pragma once

#include "models/base/Result.h"

#include <QMap>
#include <QString>

namespace ferry::matrix {

/// A program of what "./dev setup" unpacks, such as "usr/sbin/vsftpd".
[[nodiscard]] QString unpacked(const QString &path);
/// Empty if that program is there; otherwise says that it is not.
[[nodiscard]] QString missingUnpacked(const QString &path);
/// The environment in which such programs find the libraries that were unpacked with them.
[[nodiscard]] QMap<QString, QString> unpackedLibraries();

/// Writes a configuration file that only its owner may read.
[[nodiscard]] Result<void> writeConfiguration(const QString &path, const QByteArray &text);
/// Name of the user, and of the user's first group, that runs this process.
[[nodiscard]] QString launchingUser();
[[nodiscard]] QString launchingGroup();

} // namespace ferry::matrix
