#pragma once

#include <QStringView>

#include <optional>

namespace ferry {

/// A number of bytes as people write it: "1500", "500M", "2 GiB". K, M, G and T are powers of 1024, with "B" or "iB"
/// behind them or not. Nothing where it is not one, or above 2^63 - 1.
[[nodiscard]] std::optional<qint64> parseByteSize(QStringView text);

} // namespace ferry
