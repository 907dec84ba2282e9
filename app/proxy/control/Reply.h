#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ferry::proxy {

/// One line of a reply.
struct ReplyLine {
    std::uint16_t code = 0; ///< of the whole reply
    bool isFirst = true;
    bool isLast = true;
    std::string_view line; ///< without CR LF

    /// The reply announces another one to the same command (RFC 959 4.2: 1yz).
    [[nodiscard]] bool isPreliminary() const { return code < 200; }
    /// What follows the code on a first or last line.
    [[nodiscard]] std::string_view text() const { return line.size() > 4 ? line.substr(4) : std::string_view(); }
};

/// The code in front of a reply line; 0 where there is none.
[[nodiscard]] std::uint16_t replyCode(std::string_view line);

/// Puts the lines of multi-line replies together (RFC 959 4.2): "123-" begins one, "123 " ends it.
class ReplyReader {
public:
    /// Nothing if the line cannot begin a reply; a server that says such things does not speak FTP.
    [[nodiscard]] std::optional<ReplyLine> next(std::string_view line);

private:
    std::uint16_t m_open = 0; ///< code of the multi-line reply under way, 0 outside
};

} // namespace ferry::proxy
