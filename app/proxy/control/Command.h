#pragma once

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

/// The line for people and logs: passwords, accounts, security tokens and what follows a SITE subcommand are masked.
[[nodiscard]] std::string maskedLine(const Command &command);

[[nodiscard]] std::string toUpper(std::string_view text);

} // namespace ferry::proxy
