#pragma once

#include "ui/theme/Theme.h"

#include <QDir>

namespace ferry::shots {

/// Draws every page of the main window, filled from the example, and its empty states into `folder`.
void drawWindow(const QDir &folder, ui::Scheme scheme);

} // namespace ferry::shots
