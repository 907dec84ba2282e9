#include "app/proxy/log/LogEntry.h"

#include <algorithm>
#include <array>
#include <charconv>

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

// Letters, digits and what else needs no thought, at the front.
std::size_t plainLength(std::string_view text)
{
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isPlain) - text.begin());
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
        const std::size_t plain = plainLength(text);
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty())
            break;
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
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<milliseconds>(time - day));
    std::string text("0000-00-00T00:00:00.000Z");
    const auto put = [&text](std::size_t end, auto value) {
        for (auto rest = static_cast<unsigned>(value); rest > 0; rest /= 10)
            text[--end] = static_cast<char>('0' + rest % 10);
    };
    put(4, static_cast<int>(date.year()));
    put(7, static_cast<unsigned>(date.month()));
    put(10, static_cast<unsigned>(date.day()));
    put(13, clock.hours().count());
    put(16, clock.minutes().count());
    put(19, clock.seconds().count());
    put(23, clock.subseconds().count());
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
