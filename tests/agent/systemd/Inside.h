#pragma once

#include <QByteArray>
#include <QStringList>

/// For programs that run on a host whose process 1 is systemd (SystemdHost).
namespace ferry::test {

[[nodiscard]] bool systemctl(const QStringList &arguments);

/// Puts a unit, or a drop-in of one, where systemd reads those of the running system (systemd.unit(5)).
[[nodiscard]] bool install(const QString &unit, const QByteArray &lines);

/// Makes the folders above it, too.
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes);
[[nodiscard]] QByteArray contentOf(const QString &path);

/// Copies what the distribution's packages of FTP servers hold, as it was unpacked, to where their installation would
/// have put it. The root is an overlay: the machine's own files stay as they are.
[[nodiscard]] bool installPackages();

} // namespace ferry::test
