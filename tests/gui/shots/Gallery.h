#pragma once

#include <QWidget>

namespace ferry::shots {

/// Every basic widget and icon on one page.
[[nodiscard]] QWidget *makeGallery();

} // namespace ferry::shots
