#pragma once

namespace ferry {

/// The longest texts and lists that a rule set may hold, in characters and elements; for reader, schema and editors.
struct TextLimits {
    static constexpr int name = 200;
    static constexpr int description = 4000;  ///< also the reason of a rule's last change; line breaks are allowed
    static constexpr int banner = 200;
    static constexpr int path = 4096;         ///< PATH_MAX of Linux
    static constexpr int unit = 255;          ///< systemd.unit(5)
    static constexpr int listLength = 1000;   ///< of any list but the rules
};

} // namespace ferry
