#include "app/proxy/filters/command_policy/CommandPolicySettings.h"

#include "app/proxy/config/JsonReader.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isCapitalOrDigit(char c)
{
    return isCapital(c) || (c >= '0' && c <= '9');
}

// RFC 959 section 5.3 has three or four letters; servers have longer ones of their own, and subcommands of SITE with a
// dash in them. The same names as the console takes: tests/fixtures/command-policy.txt.
bool isCommandName(std::string_view text)
{
    const auto isInSubcommand = [](char c) { return isCapitalOrDigit(c) || c == '_' || c == '-'; };
    const std::size_t space = text.find(' ');
    const std::string_view verb = text.substr(0, space);
    const std::string_view sub = space == std::string_view::npos ? "X" : text.substr(space + 1);
    return verb.size() >= 2 && verb.size() <= 16 && isCapital(verb.front())
        && std::all_of(verb.begin(), verb.end(), isCapitalOrDigit) && !sub.empty() && sub.size() <= 32
        && isCapitalOrDigit(sub.front()) && std::all_of(sub.begin(), sub.end(), isInSubcommand);
}

void readNames(ObjectReader &commands, std::string_view key, std::vector<std::string> &names)
{
    commands.texts(key, [&](std::string_view name) -> Result<> {
        if (!isCommandName(name))
            return failure("A command in upper case is expected here, such as \"STOR\" or \"SITE CHMOD\".");
        names.emplace_back(name);
        return {};
    });
    std::sort(names.begin(), names.end());
}

} // namespace

CommandPolicySettings readCommandPolicy(ObjectReader &filter)
{
    CommandPolicySettings settings;
    filter.optionalObject("commands", [&](ObjectReader &commands) {
        settings.preset =
            static_cast<CommandPreset>(commands.choice("preset", {"full", "read-only", "upload-only", "custom"}, 0));
        readNames(commands, "allow", settings.allow);
        readNames(commands, "deny", settings.deny);
    });
    return settings;
}

} // namespace ferry::proxy
