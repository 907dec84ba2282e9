#pragma once

#include <QString>

namespace ferry::e2e {

/// Where the build has put its programs.
[[nodiscard]] QString programDirectory();
/// $FERRYGATE_LAB_PACKAGES, or lab-packages of the build: what "./dev setup" unpacks.
[[nodiscard]] QString packageDirectory();

} // namespace ferry::e2e
