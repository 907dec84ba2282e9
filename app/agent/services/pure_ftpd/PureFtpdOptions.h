#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QStringList>

namespace ferry::agent {

/// The option that pure-ftpd-wrapper(8) makes of the setting `key` in `file`; none for what is switched off. Settings
/// of authentication give none in Debian's folder, only as the target of a link in "auth". Fails with Refused where the
/// wrapper dies: an unknown setting, or a value of another form.
[[nodiscard]] Result<QStringList> pureFtpdOption(const QString &file, const QByteArray &key, const QByteArray &value);

[[nodiscard]] bool isPureFtpdAuthentication(const QByteArray &key);

} // namespace ferry::agent
