#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace ferry::pki {

/// Writes a file that only its owner may read (mode 0600 from the first byte on), whole or not at all: a new file
/// is written beside it, synced, and takes its place.
[[nodiscard]] Result<> writeSecretFile(const QString &path, const QByteArray &bytes);

/// Reads a file of at most 1 MiB. Fails with Denied where others than its owner may read or write it.
[[nodiscard]] Result<QByteArray> readSecretFile(const QString &path);

} // namespace ferry::pki
