#include "tests/bench/proxy/harness/Arguments.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace ferry::bench {
namespace {

std::optional<std::uint64_t> parseSize(std::string_view text)
{
    std::uint64_t value = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    if (error != std::errc() || unit.size() > 1)
        return std::nullopt;
    if (unit.empty())
        return value;
    const std::size_t power = std::string_view("KMG").find(unit[0]);
    if (power == std::string_view::npos)
        return std::nullopt;
    return value << (10 * (power + 1));
}

} // namespace

Arguments::Arguments(int argc, char **argv, std::map<std::string, std::uint64_t> defaults)
    : m_values(std::move(defaults))
{
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name(argv[i]);
        const auto known = name.starts_with("--") ? m_values.find(std::string(name.substr(2))) : m_values.end();
        const auto value = i + 1 < argc ? parseSize(argv[i + 1]) : std::nullopt;
        if (known != m_values.end() && value) {
            known->second = *value;
            continue;
        }
        std::fprintf(stderr, "usage: %s", argv[0]);
        for (const auto &[each, standard] : m_values)
            std::fprintf(stderr, " [--%s %llu]", each.c_str(), static_cast<unsigned long long>(standard));
        std::fprintf(stderr, "\n");
        std::exit(2);
    }
}

} // namespace ferry::bench
