#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ferry::proxy {

/// Cuts a control connection into lines, and takes the Telnet out of them.
///
/// RFC 959 5.3 ends a line with CR LF; a bare LF is taken too, since people type it, and harms nobody: every line goes
/// on with CR LF, so that gateway and server cannot disagree about where it ends. Telnet commands (RFC 854) are
/// dropped, as the Synch in front of ABOR; IAC IAC, the escaped byte 255, stays as it is. NUL and a CR without LF
/// (RFC 1123 4.1.2.12, RFC 2640 3.1) make the line malformed.
class LineReader {
public:
    enum class Event : std::uint8_t {
        None,      ///< all input is used up
        Line,      ///< line() holds one
        TooLong,   ///< reported as soon as the limit is passed; the rest of the line is thrown away
        Malformed, ///< NUL or a bare CR was in the line, which is thrown away
        Flood,     ///< what was thrown away of one line has passed maxDiscarded
    };
    static constexpr std::uint32_t maxDiscarded = 1024 * 1024;

    explicit LineReader(std::uint32_t maxLineBytes) : m_maxLineBytes(maxLineBytes) {}

    /// Takes bytes off the front of `input` up to the next event.
    [[nodiscard]] Event next(std::string_view &input);
    /// Without its line end; valid until the next call and as long as the input.
    [[nodiscard]] std::string_view line() const { return m_line; }
    /// True while the beginning of a line is kept.
    [[nodiscard]] bool isInsideLine() const { return !m_partial.empty() || m_isDiscarding; }

private:
    enum class Telnet : std::uint8_t { Text, Command, Option, Subnegotiation, SubnegotiationCommand };

    [[nodiscard]] bool takeWholeLine(std::string_view &input);
    [[nodiscard]] Event take(unsigned char byte);
    [[nodiscard]] Event takeText(unsigned char byte);
    [[nodiscard]] Event endLine();
    [[nodiscard]] Event keep(unsigned char byte);
    void release();

    std::string m_partial;
    std::string_view m_line;
    std::uint32_t m_maxLineBytes;
    std::uint32_t m_discarded = 0;
    Telnet m_telnet = Telnet::Text;
    bool m_hasCr = false;
    bool m_isMalformed = false;
    bool m_isDiscarding = false;
    bool m_isPartialRead = false;
};

} // namespace ferry::proxy
