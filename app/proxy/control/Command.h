#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ferry::proxy {

/// One FTP command line. The views point into the line it was parsed from.
struct Command {
    std::string verb;          ///< upper case
    std::string_view argument; ///< without the blank in front; may be empty
    std::string_view line;     ///< as it goes to the server, without CR LF

    /// The argument's first word in upper case: the subcommand of SITE, the mechanism of AUTH.
    [[nodiscard]] std::string firstWord() const;
};

/// Nothing if the line does not begin with a word of letters and digits, or the word is longer than 16.
[[nodiscard]] std::optional<Command> parseCommand(std::string_view line);

/// The line for people and logs: passwords, accounts, security tokens and what follows a SITE subcommand are masked. So
/// is what follows a word that is no known command, since that may be PASS, misspelled; a word longer than any command
/// may be the password itself, and becomes UNKNOWN.
[[nodiscard]] std::string maskedLine(const Command &command);

/// The reply line for people and logs: without its text where that may repeat what was masked of the command. Servers
/// quote what they do not understand, and the gateway names what it does not allow. `storage` keeps a changed line.
[[nodiscard]] std::string_view shownReply(
    std::string_view maskedCommand, std::string_view line, std::uint16_t code, std::string &storage);

[[nodiscard]] std::string toUpper(std::string_view text);

} // namespace ferry::proxy
