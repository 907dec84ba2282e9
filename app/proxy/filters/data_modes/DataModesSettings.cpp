#include "app/proxy/filters/data_modes/DataModesSettings.h"

#include "app/proxy/config/JsonReader.h"

namespace ferry::proxy {

DataModesSettings readDataModes(ObjectReader &filter)
{
    DataModesSettings settings;
    filter.optionalObject("dataModes", [&](ObjectReader &modes) {
        settings.passive = modes.flag("passive", settings.passive);
        settings.active = modes.flag("active", settings.active);
    });
    return settings;
}

} // namespace ferry::proxy
