#include "app/proxy/control/Command.h"

#include <algorithm>
#include <array>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxVerb = 16;
constexpr const char *mask = " ****";
constexpr const char *unknown = "UNKNOWN";
constexpr std::size_t longestCommand = 4; // but for the X commands in the list

// Sorted. Commands whose argument is nothing to hide; SITE has its own rule.
constexpr std::array<std::string_view, 76> openVerbs{"ABOR", "ALLO", "APPE", "AUTH", "AVBL", "CCC", "CDUP", "CLNT",
    "COMB", "CPSV", "CSID", "CWD", "DELE", "DSIZ", "EPRT", "EPSV", "FEAT", "HASH", "HELP", "HOST", "LANG", "LIST",
    "LPRT", "LPSV", "MD5", "MDTM", "MFCT", "MFF", "MFMT", "MKD", "MLSD", "MLST", "MODE", "NLST", "NOOP", "OPTS", "P@SW",
    "PASV", "PBSZ", "PORT", "PROT", "PWD", "QUIT", "RANG", "REIN", "REST", "RETR", "RMD", "RMDA", "RNFR", "RNTO",
    "SITE", "SIZE", "SMNT", "SPSV", "STAT", "STOR", "STOU", "STRU", "SYST", "TYPE", "USER", "XCRC", "XCUP", "XCWD",
    "XMD5", "XMKD", "XPWD", "XRMD", "XSHA", "XSHA1", "XSHA224", "XSHA256", "XSHA384", "XSHA512", "XSUM"};

bool isOpen(std::string_view verb)
{
    return std::binary_search(openVerbs.begin(), openVerbs.end(), verb);
}

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
    // Also an empty password, which would tell that it is one.
    const bool isCredential = command.verb == "PASS" || command.verb == "ACCT" || command.verb == "ADAT";
    if (!isCredential && command.verb.size() > longestCommand && !isOpen(command.verb))
        return std::string(unknown) + mask;
    if (isCredential || (!command.argument.empty() && !isOpen(command.verb)))
        return command.verb + mask;
    // SITE PSWD and its relatives carry passwords, and every server has its own set.
    if (command.verb == "SITE" && command.argument.find(' ') != std::string_view::npos)
        return "SITE " + command.firstWord() + mask;
    return std::string(command.line);
}

std::string_view shownReply(
    std::string_view maskedCommand, std::string_view line, std::uint16_t code, std::string &storage)
{
    const bool isNotUnderstood = code >= 500 && code <= 504 && code != 503 && maskedCommand.ends_with(mask);
    if (!isNotUnderstood && !(code >= 500 && maskedCommand.starts_with(unknown)))
        return line;
    return storage.assign(line.substr(0, 3)).append(mask);
}

} // namespace ferry::proxy
