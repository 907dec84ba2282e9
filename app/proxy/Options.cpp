#include "app/proxy/Options.h"

#include <string_view>

namespace ferry::proxy {
namespace {

constexpr const char *usage = "usage: ferrygate-proxy --control PATH [--config FILE] [--log FILE]";

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
        if (!text)
            return failure("unknown option \"" + std::string(name) + "\"; " + usage);
        if (++i == argc)
            return failure(std::string(name) + " needs a value; " + usage);
        *text = argv[i];
    }
    if (options.control.empty())
        return failure(std::string("--control is missing; ") + usage);
    return options;
}

} // namespace ferry::proxy
