#pragma once

#include <string>

namespace ferry::proxy {

class ObjectReader;

struct BannerSettings {
    std::string text; ///< replaces the text of the server's 220; empty: the server's own

    bool operator==(const BannerSettings &) const = default;
};

[[nodiscard]] BannerSettings readBanner(ObjectReader &filter);

} // namespace ferry::proxy
