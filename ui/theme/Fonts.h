#pragma once

#include <QFont>

namespace ferry::ui {

/// The font of the program: the system's, or Inter where the system has only a generic one.
[[nodiscard]] QFont interfaceFont();

/// Fixed width with tabular digits, for addresses, ports, commands and replies; as large as `base`.
[[nodiscard]] QFont fixedFont(const QFont &base);
[[nodiscard]] QFont fixedFont();

/// `base` a step smaller (notes, column heads) or larger (page titles).
[[nodiscard]] QFont smallFont(const QFont &base);
[[nodiscard]] QFont titleFont(const QFont &base);
[[nodiscard]] QFont strongFont(const QFont &base);

} // namespace ferry::ui
