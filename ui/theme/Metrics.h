#pragma once

namespace ferry::ui {

/// The grid of 8 pixels, in logical pixels.
namespace metrics {
inline constexpr int half = 4;
inline constexpr int unit = 8;
inline constexpr int margin = 16;       ///< around pages and dialogs
inline constexpr int section = 24;      ///< between groups
inline constexpr int controlHeight = 30;
inline constexpr int rowHeight = 30;
inline constexpr int headerHeight = 32;
inline constexpr int radius = 6;
inline constexpr int icon = 16;
inline constexpr int labelWidth = 160;  ///< the label column of forms
} // namespace metrics

} // namespace ferry::ui
