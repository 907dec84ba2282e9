#include "app/proxy/control/Reply.h"

namespace ferry::proxy {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::uint16_t replyCode(std::string_view line)
{
    if (line.size() < 3 || line[0] < '1' || line[0] > '6' || !isDigit(line[1]) || !isDigit(line[2]))
        return 0;
    if (line.size() > 3 && line[3] != ' ' && line[3] != '-')
        return 0;
    return static_cast<std::uint16_t>((line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'));
}

std::optional<ReplyLine> ReplyReader::next(std::string_view line)
{
    const std::uint16_t code = replyCode(line);
    const bool continues = line.size() > 3 && line[3] == '-';
    if (m_open != 0) {
        const bool isLast = code == m_open && !continues;
        const ReplyLine reply{m_open, false, isLast, line};
        if (isLast)
            m_open = 0;
        return reply;
    }
    if (code == 0)
        return std::nullopt;
    if (continues)
        m_open = code;
    return ReplyLine{code, true, !continues, line};
}

} // namespace ferry::proxy
