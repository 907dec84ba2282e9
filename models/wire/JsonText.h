#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace ferry {

/// Reads a JSON object (RFC 8259, UTF-8) from outside. Other than QJsonDocument it refuses an object with the same key
/// twice, of which Qt keeps the last one silently: two readers of the same text must not see two different requests.
/// The error's `why` is a sentence with the line and column, or the JSON pointer of the second key.
[[nodiscard]] Result<QJsonObject> readJsonObject(const QByteArray &text);

} // namespace ferry
