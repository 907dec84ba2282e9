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
/// (RFC 1123 4.1.2.12, RFC 2640 3.1) make a client's line malformed.
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

    /// What NUL and a bare CR are: reason to refuse a client's line, dirt in a server's one.
    enum class StrayControls : std::uint8_t { Refused, Dropped };

    LineReader(std::uint32_t maxLineBytes, StrayControls strayControls)
        : m_maxLineBytes(maxLineBytes), m_strayControls(strayControls)
    {
    }

    /// Takes bytes off the front of `input` up to the next event.
    [[nodiscard]] Event next(std::string_view &input);
    /// Without its line end; valid until the next call and as long as the input.
    [[nodiscard]] std::string_view line() const { return m_line; }

private:
    enum class Telnet : std::uint8_t { Text, Command, Option, Subnegotiation, SubnegotiationCommand };

    [[nodiscard]] bool takeWholeLine(std::string_view &input);
    [[nodiscard]] Event take(unsigned char byte);
    [[nodiscard]] Event takeText(unsigned char byte);
    [[nodiscard]] Event endLine();
    [[nodiscard]] Event keep(unsigned char byte);
    void stray() { m_isMalformed = m_strayControls == StrayControls::Refused; }
    void release();

    std::string m_partial;
    std::string_view m_line;
    std::uint32_t m_maxLineBytes;
    std::uint32_t m_discarded = 0;
    StrayControls m_strayControls;
    Telnet m_telnet = Telnet::Text;
    bool m_hasCr = false;
    bool m_isMalformed = false;
    bool m_isDiscarding = false;
    bool m_isPartialRead = false;
};

} // namespace ferry::proxy
