#pragma once

namespace ferry::ui {

/// The pages of the main window, in the order of the navigation list.
enum class PageId { Overview, Rules, Protocols, Services, Gateways, Log, Sessions, History };

inline constexpr int pageCount = 8;

} // namespace ferry::ui
