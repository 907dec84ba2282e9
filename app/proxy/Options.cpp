#include "app/proxy/Options.h"

#include <charconv>
#include <string_view>

namespace ferry::proxy {
namespace {

constexpr const char *usage = "usage: ferrygate-proxy --control PATH [--config FILE] [--log FILE] [--workers N]";

} // namespace

Result<Options> parseOptions(int argc, const char *const *argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--version") {
            options.showVersion = true;
            return options;
        }
        std::string *text = name == "--control" ? &options.control
            : name == "--config"                ? &options.config
            : name == "--log"                   ? &options.log
                                                : nullptr;
        if (!text && name != "--workers")
            return failure("unknown option \"" + std::string(name) + "\"; " + usage);
        if (++i == argc)
            return failure(std::string(name) + " needs a value; " + usage);
        const std::string_view value = argv[i];
        if (text) {
            *text = value;
            continue;
        }
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), options.workers);
        if (error != std::errc() || end != value.data() + value.size() || options.workers < 1 || options.workers > 256)
            return failure("--workers needs a number from 1 to 256.");
    }
    if (options.control.empty())
        return failure(std::string("--control is missing; ") + usage);
    return options;
}

} // namespace ferry::proxy
