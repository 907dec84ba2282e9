#include "app/proxy/control/DataAddress.h"

#include <array>
#include <charconv>

namespace ferry::proxy {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads a number of at most `limit` off the front.
bool takeNumber(std::string_view &text, unsigned limit, unsigned &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !isDigit(text.front()) || error != std::errc() || value > limit)
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

// Six numbers with commas at the front of `text`.
std::optional<Endpoint> takeSixNumbers(std::string_view &text)
{
    std::array<unsigned, 6> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) {
            if (text.empty() || text.front() != ',')
                return std::nullopt;
            text.remove_prefix(1);
        }
        if (!takeNumber(text, 255, numbers[i]))
            return std::nullopt;
    }
    const auto port = static_cast<std::uint16_t>(numbers[4] << 8 | numbers[5]);
    if (port == 0)
        return std::nullopt;
    return Endpoint{IpAddress::fromIPv4({static_cast<std::uint8_t>(numbers[0]), static_cast<std::uint8_t>(numbers[1]),
                        static_cast<std::uint8_t>(numbers[2]), static_cast<std::uint8_t>(numbers[3])}),
        port};
}

} // namespace

std::optional<Endpoint> parsePassiveReply(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isNumberStart = isDigit(text[i]) && (i == 0 || !isDigit(text[i - 1]));
        std::string_view rest = text.substr(i);
        if (!isNumberStart)
            continue;
        if (const std::optional<Endpoint> found = takeSixNumbers(rest))
            return found;
    }
    return std::nullopt;
}

std::optional<std::uint16_t> parseExtendedPassiveReply(std::string_view text)
{
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || text.size() < open + 6)
        return std::nullopt;
    text.remove_prefix(open + 1);
    const char delimiter = text[0];
    if (delimiter < 33 || delimiter > 126 || isDigit(delimiter) || text[1] != delimiter || text[2] != delimiter)
        return std::nullopt;
    text.remove_prefix(3);
    unsigned port = 0;
    if (!takeNumber(text, 65535, port) || port == 0 || text.size() < 2 || text[0] != delimiter || text[1] != ')')
        return std::nullopt;
    return static_cast<std::uint16_t>(port);
}

std::optional<Endpoint> parsePortArgument(std::string_view argument)
{
    const std::optional<Endpoint> endpoint = takeSixNumbers(argument);
    return argument.empty() ? endpoint : std::nullopt;
}

std::optional<Endpoint> parseExtendedPortArgument(std::string_view argument)
{
    if (argument.size() < 7)
        return std::nullopt;
    const char delimiter = argument[0];
    if (delimiter < 33 || delimiter > 126 || isDigit(delimiter))
        return std::nullopt;
    const char family = argument[1];
    if ((family != '1' && family != '2') || argument[2] != delimiter)
        return std::nullopt;
    argument.remove_prefix(3);
    const std::size_t end = argument.find(delimiter);
    const std::optional<IpAddress> address = IpAddress::parse(argument.substr(0, end));
    if (end == std::string_view::npos || !address || address->isIPv4() != (family == '1'))
        return std::nullopt;
    argument.remove_prefix(end + 1);
    unsigned port = 0;
    if (!takeNumber(argument, 65535, port) || port == 0 || argument.size() != 1 || argument[0] != delimiter)
        return std::nullopt;
    return Endpoint{*address, static_cast<std::uint16_t>(port)};
}

std::string formatPortArgument(const Endpoint &endpoint)
{
    const auto &bytes = endpoint.address.bytes();
    std::string text;
    for (std::size_t i = 12; i < 16; ++i)
        text += std::to_string(bytes[i]) + ",";
    return text + std::to_string(endpoint.port >> 8) + "," + std::to_string(endpoint.port & 255);
}

std::string formatExtendedPortArgument(const Endpoint &endpoint)
{
    return std::string(endpoint.address.isIPv4() ? "|1|" : "|2|") + endpoint.address.toString() + "|"
        + std::to_string(endpoint.port) + "|";
}

} // namespace ferry::proxy
