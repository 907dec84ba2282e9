#include "app/proxy/Proxy.h"

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace ferry::proxy;
    const Result<Options> options = parseOptions(argc, argv);
    if (!options) {
        std::fprintf(stderr, "ferrygate-proxy: %s\n", options.error().message.c_str());
        return 2;
    }
    if (options->showVersion) {
        std::printf("ferrygate-proxy %s\n", FERRYGATE_VERSION);
        return 0;
    }
    const Result<std::unique_ptr<Proxy>> proxy = Proxy::create(*options);
    if (!proxy) {
        const Error &error = proxy.error();
        std::fprintf(stderr, "ferrygate-proxy: %s%s%s\n", error.message.c_str(), error.pointer.empty() ? "" : " at ",
            error.pointer.c_str());
        return 1;
    }
    (*proxy)->run();
    return 0;
}
