#pragma once

namespace ferry::proxy {

class ObjectReader;

/// Whether data connections may be opened by the client (PASV, EPSV) or by the server (PORT, EPRT).
struct DataModesSettings {
    bool passive = true;
    bool active = false;

    bool operator==(const DataModesSettings &) const = default;
};

[[nodiscard]] DataModesSettings readDataModes(ObjectReader &filter);

} // namespace ferry::proxy
