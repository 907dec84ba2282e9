#include "app/proxy/Options.h"

#include <charconv>
#include <string_view>

namespace ferry::proxy {
namespace {

constexpr const char *usage = "usage: ferrygate-proxy --control PATH [--config FILE] [--log FILE] "
                              "[--takeover [--takeover-deadline SECONDS]]";
constexpr int mostDeadlineSeconds = 7 * 24 * 3600;

Result<std::chrono::seconds> parseSeconds(std::string_view text)
{
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds < 1 || seconds > mostDeadlineSeconds)
        return failure("--takeover-deadline takes 1 to " + std::to_string(mostDeadlineSeconds) + " seconds");
    return std::chrono::seconds(seconds);
}

} // namespace

Result<Options> parseOptions(int argc, const char *const *argv)
{
    Options options;
    std::string deadline;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--version") {
            options.showVersion = true;
            return options;
        }
        if (name == "--takeover") {
            options.takesOver = true;
            continue;
        }
        std::string *text = name == "--control" ? &options.control
            : name == "--config"                ? &options.config
            : name == "--log"                   ? &options.log
            : name == "--takeover-deadline"     ? &deadline
                                                : nullptr;
        if (!text)
            return failure("unknown option \"" + std::string(name) + "\"; " + usage);
        if (++i == argc)
            return failure(std::string(name) + " needs a value; " + usage);
        *text = argv[i];
    }
    if (options.control.empty())
        return failure(std::string("--control is missing; ") + usage);
    if (!deadline.empty()) {
        const Result<std::chrono::seconds> seconds = parseSeconds(deadline);
        if (!seconds)
            return failure(seconds.error());
        options.takeoverDeadline = *seconds;
    }
    return options;
}

} // namespace ferry::proxy
