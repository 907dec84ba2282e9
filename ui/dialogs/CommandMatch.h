#pragma once

#include <QStringView>

#include <optional>

namespace ferry::ui {

/// How well what was typed fits a command's name, 0 for best; nothing if it does not. Case does not matter. Best is the
/// beginning of the name, then the beginning of one of its words, then any place; last the letters in their order with
/// others between them ("rvw" finds "Review and apply").
[[nodiscard]] std::optional<int> commandMatch(QStringView name, QStringView typed);

} // namespace ferry::ui
