#include "app/proxy/control/LineReader.h"

#include <cstring>
#include <utility>

namespace ferry::proxy {
namespace {

// RFC 854, "Telnet command structure".
constexpr unsigned char telnetSe = 240;
constexpr unsigned char telnetSb = 250;
constexpr unsigned char telnetWill = 251;
constexpr unsigned char telnetIac = 255;

bool contains(std::string_view text, char c)
{
    return std::memchr(text.data(), c, text.size()) != nullptr;
}

} // namespace

LineReader::Event LineReader::next(std::string_view &input)
{
    if (m_isPartialRead)
        release();
    if (takeWholeLine(input))
        return Event::Line;
    while (!input.empty()) {
        const auto byte = static_cast<unsigned char>(input.front());
        input.remove_prefix(1);
        if (const Event event = take(byte); event != Event::None)
            return event;
    }
    return Event::None;
}

// Nearly every line arrives in one piece, and is then used where it lies.
bool LineReader::takeWholeLine(std::string_view &input)
{
    if (!m_partial.empty() || m_hasCr || m_isMalformed || m_isDiscarding || m_telnet != Telnet::Text)
        return false;
    const std::size_t end = input.find('\n');
    if (end == std::string_view::npos)
        return false;
    std::string_view line = input.substr(0, end);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    if (line.size() > m_maxLineBytes || contains(line, '\r') || contains(line, '\0') || contains(line, '\xff'))
        return false;
    m_line = line;
    input.remove_prefix(end + 1);
    return true;
}

LineReader::Event LineReader::take(unsigned char byte)
{
    switch (m_telnet) {
    case Telnet::Text:
        if (byte == telnetIac) {
            m_telnet = Telnet::Command;
            return Event::None;
        }
        return takeText(byte);
    case Telnet::Command:
        m_telnet = Telnet::Text;
        if (byte == telnetSb) {
            m_telnet = Telnet::Subnegotiation;
        } else if (byte >= telnetWill && byte < telnetIac) {
            m_telnet = Telnet::Option;
        } else if (byte == telnetIac || byte < telnetSe) {
            // The escaped 255, or a 255 of a client that knows no Telnet: a byte of a name in both cases.
            if (const Event event = keep(telnetIac); event != Event::None)
                return event;
            return byte == telnetIac ? keep(telnetIac) : takeText(byte);
        }
        return Event::None;
    case Telnet::Option:
        m_telnet = Telnet::Text;
        return Event::None;
    case Telnet::Subnegotiation:
        if (byte == telnetIac)
            m_telnet = Telnet::SubnegotiationCommand;
        return Event::None;
    case Telnet::SubnegotiationCommand:
        m_telnet = byte == telnetSe ? Telnet::Text : Telnet::Subnegotiation;
        return Event::None;
    }
    return Event::None;
}

LineReader::Event LineReader::takeText(unsigned char byte)
{
    if (byte == '\n')
        return endLine();
    if (m_hasCr)
        stray();
    m_hasCr = byte == '\r';
    if (m_hasCr)
        return Event::None;
    if (byte == '\0') {
        stray();
        return Event::None;
    }
    return keep(byte);
}

LineReader::Event LineReader::keep(unsigned char byte)
{
    if (m_isDiscarding)
        return ++m_discarded == maxDiscarded ? Event::Flood : Event::None;
    if (m_partial.size() < m_maxLineBytes) {
        m_partial.push_back(static_cast<char>(byte));
        return Event::None;
    }
    m_isDiscarding = true;
    m_discarded = 0;
    release();
    return Event::TooLong;
}

LineReader::Event LineReader::endLine()
{
    const bool wasDiscarding = std::exchange(m_isDiscarding, false);
    const bool wasMalformed = std::exchange(m_isMalformed, false);
    m_hasCr = false;
    if (wasDiscarding)
        return Event::None;
    if (wasMalformed) {
        release();
        return Event::Malformed;
    }
    m_line = m_partial;
    m_isPartialRead = true;
    return Event::Line;
}

void LineReader::release()
{
    // Not clear(): an idle session keeps no buffer.
    m_partial = std::string();
    m_isPartialRead = false;
}

} // namespace ferry::proxy
