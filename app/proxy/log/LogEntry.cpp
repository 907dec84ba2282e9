#include "app/proxy/log/LogEntry.h"

#include <array>
#include <charconv>
#include <ctime>

namespace ferry::proxy {
namespace {

constexpr std::array<std::string_view, 3> originators{"client", "gateway", "server"};
constexpr std::array<std::string_view, 5> actions{
    "Initiated Connection", "Closed Connection", "Denied Connection", "Failed Connection Attempt", "Connection Status"};

// Length of the UTF-8 sequence at the front, 0 if it is not one (RFC 3629 section 4).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80 ? 1
        : first >= 0xc2 && first < 0xe0     ? 2
        : (first & 0xf0) == 0xe0            ? 3
        : first >= 0xf0 && first < 0xf5     ? 4
                                            : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool isOverlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool isOutside = (first == 0xed && byte(1) >= 0xa0) || (first == 0xf4 && byte(1) >= 0x90);
    return isOverlong || isOutside ? 0 : length;
}

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u00";
    out += hex[static_cast<unsigned char>(c) >> 4];
    out += hex[static_cast<unsigned char>(c) & 15];
}

void appendNumber(std::string &out, std::uint64_t value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void appendField(std::string &out, std::string_view key, std::string_view value)
{
    if (value.empty())
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendJsonString(out, value, maxLogText);
}

void appendField(std::string &out, std::string_view key, std::uint64_t value)
{
    if (value == 0)
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendNumber(out, value);
}

} // namespace

void appendJsonString(std::string &out, std::string_view text, std::size_t limit)
{
    out += '"';
    const bool isCut = text.size() > limit;
    text = text.substr(0, limit);
    while (!text.empty()) {
        const auto c = static_cast<unsigned char>(text[0]);
        const std::size_t length = sequenceLength(text);
        if (length == 0) {
            out += "\xef\xbf\xbd";
        } else if (length == 1 && (c < 0x20 || c == '"' || c == '\\' || c == 0x7f)) {
            appendEscaped(out, text[0]);
        } else {
            out.append(text.substr(0, length));
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    if (isCut)
        out += "\xe2\x80\xa6";
    out += '"';
}

std::string isoTime(std::chrono::system_clock::time_point time)
{
    using namespace std::chrono;
    const auto whole = floor<seconds>(time);
    const auto milli = duration_cast<milliseconds>(time - whole).count();
    const std::time_t stamp = system_clock::to_time_t(whole);
    std::tm parts{};
    ::gmtime_r(&stamp, &parts);
    std::string text(24, '\0');
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    text[19] = '.';
    text[20] = static_cast<char>('0' + milli / 100);
    text[21] = static_cast<char>('0' + milli / 10 % 10);
    text[22] = static_cast<char>('0' + milli % 10);
    text[23] = 'Z';
    return text;
}

void appendJson(std::string &out, const LogEntry &entry, std::uint64_t serial, std::string_view gateway,
    std::chrono::system_clock::time_point time)
{
    out += "{\"serial\":";
    appendNumber(out, serial);
    appendField(out, "time", isoTime(time));
    appendField(out, "gateway", gateway);
    appendField(out, "rule", entry.rule);
    appendField(out, "session", entry.session);
    if (entry.client.port != 0) {
        appendField(out, "client", entry.client.address.toString());
        appendField(out, "clientPort", entry.client.port);
    }
    appendField(out, "action", actions[static_cast<std::size_t>(entry.action)]);
    appendField(out, "command", entry.command);
    appendField(out, "reply", entry.reply);
    appendField(out, "originator", originators[static_cast<std::size_t>(entry.originator)]);
    appendField(out, "resultCode", entry.resultCode);
    appendField(out, "bytes", entry.bytes);
    appendField(out, "text", entry.text);
    out += '}';
}

} // namespace ferry::proxy
