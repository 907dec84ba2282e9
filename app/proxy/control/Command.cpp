#include "app/proxy/control/Command.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxVerb = 16;

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isVerbCharacter(char c)
{
    const char u = upper(c);
    // P@SW is an old alias of PASV in ProFTPD: it has to be recognised to be refused.
    return (u >= 'A' && u <= 'Z') || (c >= '0' && c <= '9') || c == '@';
}

} // namespace

std::string toUpper(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), upper);
    return result;
}

std::string Command::firstWord() const
{
    return toUpper(argument.substr(0, argument.find(' ')));
}

std::optional<Command> parseCommand(std::string_view line)
{
    const std::size_t space = line.find(' ');
    const std::string_view verb = line.substr(0, space);
    if (verb.empty() || verb.size() > maxVerb || !std::all_of(verb.begin(), verb.end(), isVerbCharacter))
        return std::nullopt;
    return Command{toUpper(verb), space == std::string_view::npos ? std::string_view() : line.substr(space + 1), line};
}

std::string maskedLine(const Command &command)
{
    if (command.verb == "PASS" || command.verb == "ACCT" || command.verb == "ADAT")
        return command.verb + " ****";
    // SITE PSWD and its relatives carry passwords, and every server has its own set.
    if (command.verb == "SITE" && command.argument.find(' ') != std::string_view::npos)
        return "SITE " + command.firstWord() + " ****";
    return std::string(command.line);
}

} // namespace ferry::proxy
