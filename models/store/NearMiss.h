#pragma once

#include <QString>

#include <span>

namespace ferry {

/// The one of `names` that `given` was probably meant to be: at most two letters away, or the same but for case,
/// "-" and "_". Empty where none is near.
[[nodiscard]] QString nearMiss(const QString &given, std::span<const QLatin1StringView> names);

} // namespace ferry
