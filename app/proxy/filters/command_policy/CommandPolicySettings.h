#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ferry::proxy {

class ObjectReader;
struct Command;

enum class CommandPreset : std::uint8_t { Full, ReadOnly, UploadOnly, Custom };

/// Which commands may pass, in upper case; "SITE CHMOD" names a subcommand.
struct CommandPolicySettings {
    CommandPreset preset = CommandPreset::Full;
    std::vector<std::string> allow; ///< with Custom, sorted: if not empty, nothing else passes
    std::vector<std::string> deny;  ///< with Custom, sorted: wins over `allow`

    bool operator==(const CommandPolicySettings &) const = default;
};

[[nodiscard]] CommandPolicySettings readCommandPolicy(ObjectReader &filter);

[[nodiscard]] bool allows(const CommandPolicySettings &settings, const Command &command);

} // namespace ferry::proxy
