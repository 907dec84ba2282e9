#include "app/proxy/filters/banner/BannerSettings.h"

#include "app/proxy/config/JsonReader.h"

#include <algorithm>

namespace ferry::proxy {

BannerSettings readBanner(ObjectReader &filter)
{
    BannerSettings settings;
    settings.text = filter.text("banner", "");
    const bool hasControls = std::any_of(settings.text.begin(), settings.text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (hasControls || settings.text.size() > 500)
        filter.problem("banner", "A banner is one line of at most 500 bytes without control characters.");
    return settings;
}

} // namespace ferry::proxy
